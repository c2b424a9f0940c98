package workspace.chats.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import workspace.chats.api.body.Uuids;

/** Where a request says whose workspace it is about. */
final class WorkspacePath {

    private static final String VARIABLE = "workspace";
    private static final PathPattern PATTERN =
            PathPatternParser.defaultInstance.parse("/api/v2/w/{" + VARIABLE + "}/**");

    private WorkspacePath() {}

    /** Nothing where it is about none, or where that is no id. */
    static Optional<UUID> workspaceIn(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return Optional.ofNullable(PATTERN.matchAndExtract(path))
                .map(match -> match.getUriVariables().getOrDefault(VARIABLE, ""))
                .flatMap(Uuids::parse);
    }

    static String pattern() {
        return PATTERN.getPatternString();
    }
}
