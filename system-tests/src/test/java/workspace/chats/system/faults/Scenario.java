package workspace.chats.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Checker;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;
import workspace.chats.system.history.Outcomes;
import workspace.chats.system.history.Verdict;

/** A kind of trouble. */
interface Scenario {

    /** As one types it. */
    String name();

    /** In one line. */
    String says();

    /** How much of it, when nobody says otherwise. */
    Size size();

    /** As much as a build can wait for. */
    Size shortSize();

    /** How many clients may be there at a time, when it is that much of it. */
    default int atOnce(Size size) {
        return Integer.MAX_VALUE;
    }

    /** Puts into the run's folder what its processes need. */
    default void prepare(Path folder) {}

    /** Variables that the services have in it, beside the usual ones. */
    default Map<String, String> environment(Path folder, RunningSystem system) {
        return Map.of();
    }

    /** What needs those variables and has to be started anew where it runs already. */
    default List<String> needing() {
        return List.of();
    }

    /** Before the first client comes. */
    default void begin(Course course) {}

    /** Whether the trouble comes with a round's first client, or with any of them. */
    default boolean isEarly() {
        return false;
    }

    /** The trouble of one round, in the midst of its clients. */
    void round(Course course);

    /** When the last client has left, before everything has to come to rest. */
    default void end(Course course) {}

    /** What is promised here beyond what is promised always. */
    default Stream<Finding> judge(Facts facts) {
        return Stream.empty();
    }

    /** Of a hundred messages and calls, at most so many have an end that nobody knows. */
    default int unclear() {
        return 5;
    }

    /** Reasons with which a message or a call may fail here, though no provider refuses it. */
    default Set<String> reasons() {
        return Set.of();
    }

    /** By what is promised always, and here. */
    default Verdict verdict(Facts facts) {
        return Checker.judge(facts, new Outcomes(unclear(), reasons()), this::judge);
    }

    /**
     * So many rounds, each with so many clients, of whom so many come in a second.
     *
     * @param patience in seconds, of a client and of whoever waits for the end
     */
    record Size(int rounds, int clients, int perSecond, int patience) {
        Size withRounds(int others) {
            return new Size(others, clients, perSecond, patience);
        }

        static Size of(Fact.Began began) {
            return new Size(began.rounds(), began.clients(), began.perSecond(), began.patience());
        }

        Fact.Began begins(String scenario, long seed, long at) {
            return new Fact.Began(scenario, seed, rounds, clients, perSecond, patience, at);
        }

        int allClients() {
            return rounds * clients;
        }
    }
}
