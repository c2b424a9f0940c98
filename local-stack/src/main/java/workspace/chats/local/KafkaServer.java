package workspace.chats.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One real Kafka node, broker and controller in a process of its own, on 127.0.0.1.
 *
 * @param data the folder of its logs
 * @param classPath this module's, from which its process runs
 */
public record KafkaServer(Path data, int port, int controllerPort, String classPath) {

    /**
     * Starts it and waits until it serves.
     *
     * @param spawn starts a command as a process
     */
    public Process start(Function<List<String>, Process> spawn) {
        var process = spawn.apply(command());
        var deadline = Deadline.in(Duration.ofSeconds(60));
        try (var admin = admin()) {
            while (!isReady(admin)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("stopped while starting");
                }
                deadline.pause("did not start within 60 s");
            }
        }
        return process;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** A client that gives up on a call after five seconds. */
    public Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100));
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xms64m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                KafkaBroker.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    /** Whether it serves. */
    public boolean isReady() {
        try (var admin = admin()) {
            return isReady(admin);
        }
    }

    private static boolean isReady(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
