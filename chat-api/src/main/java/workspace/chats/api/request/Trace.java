package workspace.chats.api.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import workspace.chats.messaging.trace.TraceContext;

/**
 * Carries on the caller's trace, or begins one, so that a chat can be followed from the request to
 * the provider.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Trace extends OncePerRequestFilter {

    static final String HEADER = "traceparent";

    private static final Pattern VERSION_0 =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TraceContext.<@Nullable Void, Exception>callWith(
                    traceOf(request.getHeader(HEADER)),
                    () -> {
                        chain.doFilter(request, response);
                        return null;
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("filters throw nothing else", impossible);
        }
    }

    private String traceOf(@Nullable String given) {
        return given != null && VERSION_0.matcher(given).matches()
                ? given
                : "00-" + hex(16) + "-" + hex(8) + "-01";
    }

    private String hex(int bytes) {
        var made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }
}
