package workspace.chats.api.access;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Turns a request away at once when it could only wait in vain: when many others wait for their
 * turn or for a connection to the database, or not so many, but for long. Threads are virtual and
 * do not run out, so without it everybody would be let in and nobody served in time: a request may
 * take several turns and has to get each in time, and who is not served comes back and stands in
 * the way again. Not exact: requests that come at the same moment do not see each other.
 */
final class Admission implements HandlerInterceptor {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** One for a create, up to three where the caller and his chat are looked up first. */
    private static final int TURNS = 4;

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
        var wait = turns.lastWait();
        if (wait.multipliedBy(TURNS).compareTo(patience()) > 0) {
            throw new Refused(Problem.overloaded(), wait.plus(SOON));
        }
        return true;
    }

    private Duration patience() {
        return Duration.ofMillis(database.getConnectionTimeout());
    }

    private int waitingForConnections() {
        var pool = database.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}
