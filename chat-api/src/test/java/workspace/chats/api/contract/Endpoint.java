package workspace.chats.api.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import workspace.chats.api.body.Body;

/**
 * One method and path that Spring serves, read from the controllers as Spring reads them.
 *
 * @param call for example {@code GET /api/v2/w/{}/chats/{}}: how variables are named is left to the
 *     document
 */
record Endpoint(String call, Method handler) {

    private static final Mappings MAPPINGS = new Mappings();

    /** Everything that is served by a controller, the pages of the container apart. */
    static List<Endpoint> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("workspace.chats.api").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(name -> ClassUtils.resolveClassName(name, null))
                .flatMap(Endpoint::of)
                .toList();
    }

    static String call(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /** Two handlers of one call, the one with the body for both. */
    Endpoint with(Endpoint same) {
        return takes(Body.class) ? this : same;
    }

    boolean takes(Class<?> argument) {
        return List.of(handler.getParameterTypes()).contains(argument);
    }

    /** What the body of a success is made of. */
    ResolvableType answer() {
        var type = ResolvableType.forMethodReturnType(handler);
        return ResponseEntity.class.equals(type.resolve()) ? type.getGeneric(0) : type;
    }

    private static Stream<Endpoint> of(Class<?> controller) {
        return Arrays.stream(controller.getDeclaredMethods())
                .flatMap(method -> of(method, MAPPINGS.of(method, controller)));
    }

    private static Stream<Endpoint> of(Method handler, @Nullable RequestMappingInfo mapping) {
        return mapping == null
                ? Stream.empty()
                : mapping.getPatternValues().stream()
                        .flatMap(path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .map(method ->
                                                new Endpoint(call(method.name(), path), handler)));
    }

    private static final class Mappings extends RequestMappingHandlerMapping {

        @Nullable RequestMappingInfo of(Method method, Class<?> controller) {
            return getMappingForMethod(method, controller);
        }
    }
}
