package workspace.chats.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import workspace.chats.api.body.Uuids;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Gives controllers their {@link IdempotencyKey}. */
final class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public IdempotencyKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        return new IdempotencyKey(
                Collections.list(request.getHeaders(IdempotencyKey.HEADER)),
                workspaceOf(request),
                request.getMethod()
                        + " "
                        + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                request.getRequestURI());
    }

    private static UUID workspaceOf(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var workspace =
                variables instanceof Map<?, ?> named ? String.valueOf(named.get("workspace")) : "";
        return Uuids.parse(workspace).orElseThrow(() -> new Refused(Problem.workspaceNotFound()));
    }
}
