package workspace.chats.api.access;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.ProblemWriter;
import workspace.chats.api.request.RequestId;

/** Lets pages of other origins call, those that the settings name. */
final class Origins {

    private static final List<String> READABLE =
            List.of(
                    HttpHeaders.ETAG,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER,
                    "Preference-Applied",
                    "Idempotency-Replayed",
                    RequestId.HEADER);
    private static final List<String> SENDABLE =
            List.of(
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.IF_MATCH,
                    HttpHeaders.IF_NONE_MATCH,
                    "Idempotency-Key",
                    "Last-Event-ID",
                    "Prefer",
                    RequestId.HEADER,
                    "traceparent");

    private Origins() {}

    static CorsFilter filter(CorsSettings settings) {
        var sources = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            sources.registerCorsConfiguration("/api/**", allowing(settings.allowedOrigins()));
        }
        var filter = new CorsFilter(sources);
        filter.setCorsProcessor(new InOurWords());
        return filter;
    }

    private static CorsConfiguration allowing(List<String> origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(SENDABLE);
        allowed.setExposedHeaders(READABLE);
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }

    /** Refuses as everything here is refused. */
    private static final class InOurWords extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            if (response instanceof ServletServerHttpResponse servlet) {
                ProblemWriter.write(servlet.getServletResponse(), Problem.of(HttpStatus.FORBIDDEN));
            }
        }
    }
}
