package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
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

    /** Down for that long, from now on. */
    void keepDown(String process, Duration time) {
        kill(process);
        Patience.pause(time);
        start(process);
        note("back after " + time.toSeconds() + " s", process);
    }

    void note(String how, String whom) {
        history.add(new Fact.Disturbed(how, whom, clock.millis()));
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
