package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workspace.chats.local.dlt.Addressee;
import workspace.chats.local.dlt.DeadLetterCommand;
import workspace.chats.local.dlt.Installation;
import workspace.chats.local.dlt.KafkaAddress;

/** Dead letters of the running system, and the command for them without a process of its own. */
final class DeadLetterOffice {

    static final String DISPATCHER = "channel-dispatcher";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSystem system;
    private final Topic letters;
    private final Topic replays;

    DeadLetterOffice(RunningSystem system) {
        this.system = system;
        letters = topic("chat.events." + DISPATCHER + ".dlt");
        replays = topic("chat.events." + DISPATCHER + ".replay");
    }

    Topic topic(String name) {
        return new Topic(system.url("kafkaBootstrap"), name);
    }

    Topic replays() {
        return replays;
    }

    /** The dispatcher's dead letters about these chats, as many as that, by their names. */
    List<String> awaitLetters(List<String> chats, int count) {
        Eventually.within(
                PATIENCE, count + " letters", () -> assertThat(letters(chats)).hasSize(count));
        return letters(chats);
    }

    List<String> letters(List<String> chats) {
        return letters.records(chats).stream().map(DeadLetterOffice::nameOf).toList();
    }

    /** Such as {@code topic-0@17}. */
    static String nameOf(ConsumerRecord<?, ?> letter) {
        return letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    }

    /** The letter about that chat, which has only one of these. */
    String letterOf(String chat, List<String> among) {
        return letters(List.of(chat)).stream().filter(among::contains).findFirst().orElseThrow();
    }

    /** What {@code ./chats dlt} answers to these words, which are right. */
    String dlt(List<String> words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code =
                new DeadLetterCommand(
                                _ -> installation(),
                                "system-tests",
                                new PrintWriter(out, true),
                                new PrintWriter(err, true))
                        .run(words);
        assertThat(code).as("%s: %s", words, err).isZero();
        return out.toString();
    }

    String dlt(String verb, List<String> names, String... more) {
        var words = new ArrayList<String>();
        words.add(verb);
        words.addAll(List.of(more));
        words.addAll(names);
        return dlt(words);
    }

    private Installation installation() {
        return new Installation(
                KafkaAddress.open(system.url("kafkaBootstrap")),
                Stream.of(
                                addressee(DISPATCHER, "dispatch"),
                                addressee("voice-caller", "voice"),
                                addressee("assignment-service", "assignment"))
                        .toList());
    }

    /** stack.json knows the reader's way in; all roles here have one password. */
    private Addressee addressee(String service, String database) {
        var url = system.json().path("jdbcUrls").path(service).asString();
        var bare = url.substring(0, url.indexOf('?'));
        var password = Objects.requireNonNull(url.substring(url.indexOf("password=") + 9));
        return new Addressee(
                service,
                List.of("chat.events"),
                new Addressee.Database(bare, database + "_app", password));
    }
}
