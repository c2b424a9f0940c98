package workspace.chats.api.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Reads a controller's {@link Body}, whole and before anything holds a database connection. */
final class BodyResolver implements HandlerMethodArgumentResolver {

    private static final int AT_MOST = 1 << 20;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Body.class;
    }

    @Override
    public Body resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        return Body.parse(bytesOf((HttpServletRequest) request.getNativeRequest()));
    }

    private static byte[] bytesOf(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > AT_MOST) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(AT_MOST + 1);
        if (bytes.length > AT_MOST) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refused tooLarge() {
        return new Refused(Problem.of(HttpStatus.CONTENT_TOO_LARGE));
    }
}
