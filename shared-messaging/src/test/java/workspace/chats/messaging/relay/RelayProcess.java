package workspace.chats.messaging.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * An instance of the relay in a process of its own, which tests kill and stop. Says its state on
 * standard output whenever it changes, and ends with its standard input.
 */
public final class RelayProcess {

    private RelayProcess() {}

    /**
     * Runs until its standard input ends.
     *
     * @param args the database's URL, user and password, and Kafka's address
     */
    public static void main(String[] args) throws IOException {
        var database = new RelayDatabase(args[0], args[1], args[2]);
        var settings =
                new RelaySettings(
                        true,
                        args[1],
                        args[2],
                        Duration.ofMillis(10),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(250));
        var supervisor =
                new RelaySupervisor(
                        database,
                        settings,
                        Map.of("bootstrap.servers", args[3], "acks", "all", "linger.ms", 0),
                        outlet -> DebeziumRelay.over(outlet, database, settings),
                        new RelayMetrics(new SimpleMeterRegistry()),
                        Clock.systemUTC());
        supervisor.start();
        Thread.ofPlatform().daemon().start(() -> tell(supervisor));
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void tell(RelaySupervisor supervisor) {
        RelaySupervisor.State told = null;
        while (true) {
            var state = supervisor.state();
            if (state != told) {
                System.out.println(state);
                told = state;
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
