package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.events.EventType.CHAT_CREATED;
import static workspace.chats.system.ChatRequest.webChat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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

    private final RunningSystem system = RunningSystem.get();
    private final Operator operator = system.workspace("demo").as("operator");
    private final Random moments = new Random(Long.getLong("twins.seed", 1));

    @Test
    void oneChatAndOneEvent_whateverMomentTheGatewayDiesAt() {
        system.up();
        var stories = new ArrayList<Story>();
        for (int round = 1; round <= ROUNDS; round++) {
            stories.add(round(round, moment()));
        }

        assertThat(stories).as("kills that tore calls").allMatch(story -> story.torn() > 0);
        var chats = stories.stream().flatMap(story -> story.chats().stream()).toList();
        Eventually.within(Duration.ofSeconds(60), "all events", () -> findsOneEventForEach(chats));
    }

    private Story round(int round, int moment) {
        var key = UUID.randomUUID().toString();
        var twins = new Twins(operator, key, webChat().titled(key), moment);
        var madeBefore =
                twins.reachTheMoment()
                        .thenRun(() -> system.killAtOnce("chat-api"))
                        .thenApplyAsync(dead -> restart(key), Thread::startVirtualThread);

        var told = twins.persevere(TWINS);

        System.out.printf(
                "Twins: round %d: killed at answer %d, chats then %d, %s%n",
                round, moment, madeBefore.join(), told);
        assertThat(told.refusals()).as("only refusals to come back from").isSubsetOf(409, 429, 503);
        assertThat(told.first() + told.replayed()).as("who heard of it").isEqualTo(TWINS);
        assertThat(told.chats()).as("the chat that all were told of").hasSize(1);
        assertThat(chatsCalled(key)).isEqualTo(told.chats());
        return told;
    }

    /** Any in the first half, rather one of the first: the chat is made around those. */
    private int moment() {
        return (int) Math.pow(TWINS / 2.0, moments.nextDouble());
    }

    /** How many chats it had made when it died. */
    private int restart(String key) {
        var made = chatsCalled(key).size();
        system.start("chat-api");
        return made;
    }

    private Set<String> chatsCalled(String title) {
        return Set.copyOf(
                system.tables("chat-api")
                        .texts("select id::text from chat where title = '" + title + "'"));
    }

    /** A relay that was killed may publish an event twice, under the same id. */
    private void findsOneEventForEach(List<String> chats) {
        assertThat(system.tables("chat-api").count("select count(*) from outbox"))
                .as("events that Kafka does not have")
                .isZero();
        var events = creations();
        assertThat(chats).allSatisfy(chat -> assertThat(events.get(chat)).hasSize(1));
        assertThat(system.tables("chat-api").texts("select id::text from chat"))
                .as("chats that events may tell of")
                .containsAll(events.keySet());
    }

    /** The ids of the events that tell of a chat's creation, by the chat's. */
    private Map<String, Set<String>> creations() {
        return system.topics().everything().stream()
                .filter(TwinsSurviveKillsIT::tellsOfANewChat)
                .collect(
                        Collectors.groupingBy(
                                TopicLog.Entry::key,
                                Collectors.mapping(
                                        entry -> entry.headers().get("ce_id"),
                                        Collectors.toSet())));
    }

    private static boolean tellsOfANewChat(TopicLog.Entry entry) {
        return entry.topic().equals(CHAT_CREATED.topic())
                && CHAT_CREATED.wireName().equals(entry.headers().get("ce_type"));
    }
}
