package workspace.chats.api.access;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import workspace.chats.api.problem.Overload;

/**
 * Turns a request away at once when it could only wait in vain: when many others wait for their
 * turn or for a connection to the database, or not so many, but in a line that is slow. Threads are
 * virtual and do not run out, so without it everybody would be let in and nobody served in time: a
 * request may take several turns and has to get each in time, and who is not served comes back and
 * stands in the way again. Not exact: requests that come at the same moment do not see each other.
 *
 * <p>Before anything is asked of the caller, his token included: where processors are short, saying
 * no must not take the time of those who were let in.
 */
final class Admission extends OncePerRequestFilter {

    /** One for a create, up to three where the caller and his chat are looked up first. */
    private static final int TURNS = 4;

    private final HikariDataSource database;
    private final Turns turns;
    private final Overload overload;
    private final int waitingAtMost;

    Admission(HikariDataSource database, Turns turns, Overload overload, int waitingAtMost) {
        this.database = database;
        this.turns = turns;
        this.overload = overload;
        this.waitingAtMost = waitingAtMost;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var workspaceId = WorkspacePath.workspaceIn(request);
        if (tooMany(workspaceId) || tooLong(workspaceId)) {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(seen -> seen.setPathPattern(WorkspacePath.pattern()));
            overload.turnAway(response, workspaceId.map(turns::comeBack).orElse(Duration.ZERO));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean tooMany(Optional<UUID> workspaceId) {
        return workspaceId.map(turns::waiting).orElse(0) + waitingForConnections() >= waitingAtMost;
    }

    private boolean tooLong(Optional<UUID> workspaceId) {
        var ahead = workspaceId.map(turns::ahead).orElse(Duration.ZERO);
        return ahead.multipliedBy(TURNS).toMillis() > database.getConnectionTimeout();
    }

    private int waitingForConnections() {
        var pool = database.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}
