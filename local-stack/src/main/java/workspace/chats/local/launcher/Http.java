package workspace.chats.local.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import workspace.chats.local.Deadline;

/** Looks at processes from outside. */
final class Http {

    private static final int TIMEOUT_MILLIS = 5_000;

    private Http() {}

    /** Whether a GET is answered by 200. */
    static boolean isOk(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Waits for a started process; throws {@link IllegalStateException} when it dies or is late.
     */
    static void awaitServing(BooleanSupplier serves, Process process, Duration time) {
        var deadline = Deadline.in(time);
        while (!serves.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("stopped with exit code " + process.exitValue());
            }
            deadline.pause("did not answer within " + time.toSeconds() + " s");
        }
    }
}
