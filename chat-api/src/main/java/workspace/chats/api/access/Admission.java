package workspace.chats.api.access;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Turns a request away at once when so many others wait for their turn or for a connection to the
 * database that it could only wait in vain. Threads are virtual and do not run out, so without it
 * everybody would be let in and nobody served in time. Not exact: requests that come at the same
 * moment do not see each other.
 */
final class Admission implements HandlerInterceptor {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final HikariDataSource database;
    private final Turns turns;
    private final int waitingAtMost;

    Admission(HikariDataSource database, Turns turns, int waitingAtMost) {
        this.database = database;
        this.turns = turns;
        this.waitingAtMost = waitingAtMost;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (turns.waiting() + waitingForConnections() >= waitingAtMost) {
            throw new Refused(Problem.overloaded(), SOON);
        }
        return true;
    }

    private int waitingForConnections() {
        var pool = database.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}
