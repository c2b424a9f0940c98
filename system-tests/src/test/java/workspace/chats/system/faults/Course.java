package workspace.chats.system.faults;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;

/** What a scenario works with in one round; everything it does to the system is written down. */
record Course(
        RunningSystem system, Site site, History history, Random random, Clock clock, int round) {

    /** SIGKILL. */
    void kill(String process) {
        system.killAtOnce(process);
        note("kill -9", process);
    }

    void start(String process) {
        system.start(process);
    }

    void note(String how, String whom) {
        history.add(new Fact.Disturbed(how, whom, clock.millis()));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
