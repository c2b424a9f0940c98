package workspace.chats.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * @param allowedFrom the addresses and networks, such as {@code 10.2.0.0/16}, from which metrics
 *     and health may be read without a token; this machine alone by default. Probes are for
 *     everybody
 */
@ConfigurationProperties("chats.actuator")
record ActuatorSettings(@DefaultValue({"127.0.0.0/8", "::1"}) List<IpAddressMatcher> allowedFrom) {

    ActuatorSettings {
        allowedFrom = List.copyOf(allowedFrom);
    }

    boolean allow(HttpServletRequest request) {
        return allowedFrom.stream().anyMatch(network -> network.matches(request));
    }
}
