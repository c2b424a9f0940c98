package workspace.chats.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.ProblemWriter;

/**
 * Answers whom nobody vouches for: 401, or 503 when it cannot be found out because the identity
 * provider's keys are out of reach.
 */
final class Unauthorized implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            ProblemWriter.write(response, Problem.of(HttpStatus.SERVICE_UNAVAILABLE));
            return;
        }
        boolean withToken = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                withToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        ProblemWriter.write(response, Problem.of(HttpStatus.UNAUTHORIZED));
    }

    /**
     * Brings failures of the token filter here too, instead of throwing some of them at the
     * container.
     */
    ObjectPostProcessor<BearerTokenAuthenticationFilter> forTokens() {
        var handler = new AuthenticationEntryPointFailureHandler(this);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }
}
