package workspace.chats.api.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import workspace.chats.api.body.Uuids;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Gives controllers their {@link Visitor}, or their {@link Caller} once the database has confirmed
 * him.
 */
final class VisitorResolver implements HandlerMethodArgumentResolver {

    private static final String VISITOR = VisitorResolver.class.getName();

    private final Callers callers;
    private final Limits limits;

    VisitorResolver(Callers callers, Limits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class
                || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var visitor = visitor(request);
        if (parameter.getParameterType() == Visitor.class) {
            return visitor;
        }
        limits.letAsk(visitor);
        return limits.counted(visitor, callers.find(visitor))
                .orElseThrow(VisitorResolver::noWorkspace);
    }

    /** A controller may ask for both; the request is counted once. */
    private Visitor visitor(NativeWebRequest request) {
        if (request.getAttribute(VISITOR, RequestAttributes.SCOPE_REQUEST) instanceof Visitor he) {
            return he;
        }
        var workspaceId =
                Uuids.parse(workspaceIn(request)).orElseThrow(VisitorResolver::noWorkspace);
        var visitor = new Visitor(workspaceId, subjectOf(request));
        limits.count(visitor);
        request.setAttribute(VISITOR, visitor, RequestAttributes.SCOPE_REQUEST);
        return visitor;
    }

    private static String workspaceIn(NativeWebRequest request) {
        var variables =
                request.getAttribute(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                        RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> named ? String.valueOf(named.get("workspace")) : "";
    }

    private static String subjectOf(NativeWebRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            return token.getName();
        }
        throw new IllegalStateException("only requests with a token come this far");
    }

    private static Refused noWorkspace() {
        return new Refused(Problem.workspaceNotFound());
    }
}
