package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;

/** What a scenario works with in one round; everything it does to the system is written down. */
record Course(
        RunningSystem system,
        Site site,
        History history,
        Random random,
        Clock clock,
        Scenario.Size size,
        int round) {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration DYING = Duration.ofSeconds(10);

    /** SIGKILL. */
    void kill(String process) {
        system.killAtOnce(process);
        note("kill -9", process);
    }

    void start(String process) {
        system.start(process);
    }

    /** Another one beside the first. */
    void startSecond(String service) {
        var _ = system.chats("start", service, "--instance", "2");
    }

    /** SIGSTOP or SIGCONT, which Java itself cannot send. */
    void signal(String signal, String process) {
        try {
            var pid = Long.toString(system.pid(process));
            int code = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(process + " got no " + signal);
            }
            note(signal, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Down for that long, from now on, and until it is enough, or nobody wants to wait longer;
     * tells when somebody began to start it again.
     */
    long keepDown(String process, Duration time, BooleanSupplier enough) {
        kill(process);
        long since = clock.millis();
        Patience.pause(time);
        var _ = Patience.until(Duration.ofSeconds(size.patience()), LOOK, enough);
        note("down for " + (clock.millis() - since) / 1000 + " s", process);
        long back = clock.millis();
        start(process);
        return back;
    }

    /** How long from that moment until it is true; a fault of the run if nobody wants to wait. */
    void measure(String what, long since, BooleanSupplier condition) {
        if (Patience.until(Duration.ofSeconds(size.patience()), LOOK, condition)) {
            history.add(new Fact.Measured(what, clock.millis() - since, clock.millis()));
        } else {
            missed(what, "history");
        }
    }

    long now() {
        return clock.millis();
    }

    Snapshot snapshot() {
        return new Snapshot(system, site);
    }

    void note(String how, String whom) {
        history.add(new Fact.Disturbed(how, whom, clock.millis()));
    }

    /** How many met something. */
    void counted(String what, long many) {
        history.add(new Fact.Counted(what, many, clock.millis()));
    }

    /** What was meant to happen and did not: without it the verdict is worth nothing. */
    void missed(String how, String whom) {
        history.add(new Fact.Missed(how, whom, clock.millis()));
    }

    /** For one that is about to end by itself. */
    void awaitDeath(String process) {
        if (!Patience.until(DYING, () -> !system.isAlive(process))) {
            throw new IllegalStateException(process + " lives on");
        }
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
