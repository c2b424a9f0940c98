package workspace.chats.local;

import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;

/** What needs no PostgreSQL to be shown. */
class PostgresServerTest {

    /** By the time that {@code kill} has started, the process is gone: almost every time. */
    @RepeatedTest(20)
    void stops_whatDiesInThatVeryMoment() throws IOException {
        var dying = new ProcessBuilder("sleep", "60").start();
        dying.destroyForcibly();
        PostgresServer.stop(dying.toHandle());
        dying.onExit().join();
    }
}
