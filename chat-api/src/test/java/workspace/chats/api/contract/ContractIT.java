package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.api.testing.RunningApi;

/** The document and the running service agree on what there is. */
class ContractIT {

    private static final RunningApi api = RunningApi.get();

    @Test
    void isServedToEverybody() throws IOException {
        var answer = api.send(api.request("/openapi.json"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        try (var committed = getClass().getResourceAsStream("/openapi.json")) {
            assertThat(answer.json()).isEqualTo(new JsonMapper().readTree(committed));
        }
    }

    @Test
    void describesWhatRuns_andNothingElseIsToBeFound() {
        assertThat(served()).isEqualTo(described());
    }

    private static Set<String> described() {
        var calls = Operations.all().stream().map(Operation::call).collect(Collectors.toSet());
        calls.add("GET /openapi.json");
        return calls;
    }

    /** The error page takes every method, so it is none of them. */
    private static Set<String> served() {
        api.send(api.request("/openapi.json")); // Spring begins with the first request
        var mappings =
                Objects.requireNonNull(api.bean(DispatcherServlet.class).getHandlerMappings());
        return mappings.stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping ->
                        mapping.getPatternValues().stream()
                                .flatMap(path ->
                                        mapping.getMethodsCondition().getMethods().stream()
                                                .map(method -> Endpoint.call(method.name(), path))))
                .collect(Collectors.toSet());
    }
}
