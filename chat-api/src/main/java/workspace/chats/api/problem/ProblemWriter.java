package workspace.chats.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.api.request.RequestId;

/** Writes problems, whatever the client says it accepts. */
public final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemWriter() {}

    /** Does nothing when an answer is already under way. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(complete(problem)));
    }

    private static Problem complete(Problem problem) {
        return problem.isOurFault() ? problem.withRequestId(MDC.get(RequestId.MDC_KEY)) : problem;
    }
}
