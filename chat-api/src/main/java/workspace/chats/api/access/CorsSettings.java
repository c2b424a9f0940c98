package workspace.chats.api.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedOrigins whose pages may call from a browser, such as {@code
 *     https://app.example.org}; none by default
 */
@ConfigurationProperties("chats.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {

    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
