package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.webChat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import workspace.chats.system.Twins.Story;

/**
 * Two hundred callers send the same request with the same key at once, and the gateway is killed
 * under them: whatever the moment, one chat comes of it and one event, and all of them hear of it.
 * {@code -Dtwins.rounds=100} asks more often than the suite does, {@code -Dtwins.seed} for other
 * moments.
 */
class TwinsSurviveKillsIT {

    private static final int TWINS = 200;
    private static final int ROUNDS = Integer.getInteger("twins.rounds", 3);
    private static final Duration AROUND_THE_KILL = Duration.ofMillis(1_500);

    private final RunningSystem system = RunningSystem.get();
    private final Operator operator = system.workspace("demo").as("operator");
    private final Random moments = new Random(Long.getLong("twins.seed", 1));

    @Test
    void oneChatAndOneEvent_whateverMomentTheGatewayDiesAt() {
        system.up();
        var stories = new ArrayList<Story>();
        for (int round = 1; round <= ROUNDS; round++) {
            stories.add(round());
            System.out.printf("Twins: round %d: %s%n", round, stories.getLast());
        }

        assertThat(stories).extracting(Story::torn).as("a kill hit somebody").anyMatch(n -> n > 0);
        var chats = stories.stream().map(story -> story.chats().iterator().next()).toList();
        Eventually.within(Duration.ofSeconds(60), "all events", () -> findsOneEventForEach(chats));
    }

    private Story round() {
        var key = UUID.randomUUID().toString();
        var twins = new Twins(operator, key, webChat().with("title", key).json());
        var killed =
                CompletableFuture.runAsync(
                        () -> system.kill("chat-api"), Thread::startVirtualThread);
        var story = CompletableFuture.supplyAsync(() -> twins.persevere(TWINS), later());
        killed.thenRun(() -> system.start("chat-api")).join();

        var told = story.join();
        assertThat(told.refusals()).as("only refusals to come back from").isSubsetOf(409, 429, 503);
        assertThat(told.chats()).as("the chat that all were told of").hasSize(1);
        assertThat(chatsCalled(key)).isEqualTo(told.chats());
        return told;
    }

    /**
     * The launcher needs a moment for its kill, too: it comes before, within, or after the calls.
     */
    private Executor later() {
        return CompletableFuture.delayedExecutor(
                moments.nextLong(AROUND_THE_KILL.toMillis()),
                TimeUnit.MILLISECONDS,
                Thread::startVirtualThread);
    }

    private Set<String> chatsCalled(String title) {
        return Set.copyOf(
                system.tables("chat-api")
                        .texts("select id::text from chat where title = '" + title + "'"));
    }

    /** A relay that was killed may publish an event twice, under the same id. */
    private void findsOneEventForEach(List<String> chats) {
        var events =
                system.topics().everything().stream()
                        .filter(entry -> entry.topic().equals("chat.events"))
                        .collect(
                                Collectors.groupingBy(
                                        TopicLog.Entry::key,
                                        Collectors.mapping(
                                                entry -> entry.headers().get("ce_id"),
                                                Collectors.toSet())));
        assertThat(chats).allSatisfy(chat -> assertThat(events.get(chat)).hasSize(1));
    }
}
