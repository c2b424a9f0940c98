package workspace.chats.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.sms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events that the dispatcher put aside, in the hands of an operator: whatever he does, however
 * often, each has one effect. {@code -Dpoison.events=200} and {@code -Dpoison.seed=N} make a long
 * run of the second test.
 */
class DeadLettersIT {

    private static final int POISON = Integer.getInteger("poison.events", 8);
    private static final long SEED = Long.getLong("poison.seed", System.nanoTime());
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final DeadLetterOffice office = new DeadLetterOffice(system);
    private final String round = UUID.randomUUID().toString();

    @TempDir private Path folder;

    @Test
    void sendsOnce_whatIsReplayedTwice_byACommandThatWasKilledMeanwhile() {
        var chats = refusedChats(4);
        var letters = office.awaitLetters(chats, 4);
        var open = system.chats("dlt", "list", "--code", "refused");
        assertThat(open).contains(letters).contains(demo.id(), "channel-dispatcher");
        assertThat(open + office.dlt("show", letters))
                .contains("characters, sealed")
                .doesNotContain(round);
        assertThat(office.dlt("replay", letters, "--reason", "mended it", "--dry-run"))
                .contains("4 letters would be replayed; nothing was done.");
        assertThat(office.replays().records(chats)).isEmpty();

        var words = new ArrayList<>(List.of("dlt", "replay", "--reason", "mended it"));
        words.addAll(letters);
        system.killsWhenItSays("replayed", with(words, "--rate", "0.1/s"));
        var rest = system.chats(with(words, "--rate", "4/s").toArray(String[]::new));

        assertThat(rest).containsPattern("[1-4] letters? replayed\\.");
        eachGotOne(4, chats);
        assertThat(gaps(office.replays().records(chats))).allMatch(gap -> gap >= 200);
        assertThat(office.dlt("replay", letters, "--reason", "once more", "--again"))
                .contains("4 letters replayed.");
        stillOneEach(4, chats);
        assertThat(office.dlt("list", List.of())).doesNotContain(letters);
        assertThat(office.dlt("list", letters, "--all")).contains("replayed").contains(letters);
    }

    @Test
    void hasOneEffect_howeverOftenAnEventIsBrokenMendedAndReplayed() {
        var chats = refusedChats(POISON);
        var originals = office.awaitLetters(chats, POISON);
        var told = office.topic("chat.events").records(chats);
        var poison = new Poison.Maker(SEED, folder).of(told, seals(told));
        assertThat(poison).hasSize(POISON);

        office.topic("chat.events").put(poison.stream().map(Poison::record).toList());
        var all = office.awaitLetters(chats, 2 * POISON);
        var broken = all.stream().filter(letter -> !originals.contains(letter)).toList();
        assertThat(effects(chats)).isZero();
        office.dlt("discard", originals, "--reason", "their poisoned twins are mended instead");

        var names = names(broken);
        for (int time = 0; time < TIMES; time++) {
            poison.forEach(it -> mend(it, names.getOrDefault(it.record().key(), "none")));
        }

        eachGotOne(POISON, chats);
        office.dlt(
                "replay", originals, "--reason", "the first ones too", "--again", "--rate", "200");
        stillOneEach(POISON, chats);
        assertThat(mends(broken)).isEqualTo((long) TIMES * POISON);
        assertThat(office.letters(chats)).hasSize(2 * POISON);
        office.dlt("discard", List.of(), "--all-open", "--reason", "made by a test");
        assertThat(office.dlt("list", List.of())).contains("No dead letters.");
        var texts = system.received();
        System.out.printf(
                "Poison: seed %d, %d events broken in %d ways, %d mended events replayed; effects %d, texts received twice %d, missing %d%n",
                SEED,
                POISON,
                poison.stream().map(Poison::how).distinct().count(),
                mends(broken),
                effects(chats),
                ours().filter(text -> texts.getOrDefault(text, 0L) > 1).count(),
                ours().filter(text -> !texts.containsKey(text)).count());
    }

    private Stream<String> ours() {
        return IntStream.range(0, POISON).mapToObj(this::text);
    }

    /** Chats whose first message the dispatcher cannot plan, because its database refuses it. */
    private List<String> refusedChats(int count) {
        var patient = demo.member("member");
        try (var _ = Refusal.in(system)) {
            var chats =
                    IntStream.range(0, count)
                            .mapToObj(number ->
                                    sms().to(patient)
                                            .from(demo.number("main"))
                                            .saying(text(number)))
                            .map(operator::createsWithoutWaiting)
                            .map(chat -> chat.id().toString())
                            .toList();
            office.awaitLetters(chats, count);
            return chats;
        }
    }

    private void mend(Poison poison, String letter) {
        var words = new ArrayList<>(List.of("replay", "--reason", poison.how(), "--again"));
        words.addAll(poison.mend());
        words.add(letter);
        assertThat(office.dlt(words)).as(poison.how()).contains("1 letter replayed.");
    }

    private void eachGotOne(int count, List<String> chats) {
        Eventually.within(PATIENCE, "one text each", () -> oneEach(count));
        Eventually.within(
                PATIENCE,
                "the chats say so",
                () ->
                        assertThat(
                                        system.tables("chat-api")
                                                .count(
                                                        "select count(*) from message where status = 'accepted' and chat_id in "
                                                                + list(chats)))
                                .isEqualTo(count));
    }

    private void stillOneEach(int count, List<String> chats) {
        Eventually.staysFor(QUIET, "still one text each", () -> oneEach(count));
        assertThat(effects(chats)).isEqualTo(count);
    }

    private void oneEach(int count) {
        assertThat(system.received())
                .containsAllEntriesOf(
                        IntStream.range(0, count)
                                .boxed()
                                .collect(Collectors.toMap(this::text, _ -> 1L)));
    }

    private String text(int number) {
        return round + " " + number;
    }

    private long effects(List<String> chats) {
        return system.tables(DeadLetterOffice.DISPATCHER)
                .count("select count(*) from effect where chat_id in " + list(chats));
    }

    private long mends(List<String> letters) {
        return system.tables(DeadLetterOffice.DISPATCHER)
                .count(
                        "select count(*) from dead_letter_audit where action = 'mended' and new_event_id is not null"
                                + " and who = 'system-tests' and topic || '-' || partition || '@' || letter_offset in "
                                + list(letters));
    }

    private Map<String, String> names(List<String> letters) {
        return office
                .topic("chat.events." + DeadLetterOffice.DISPATCHER + ".dlt")
                .records()
                .stream()
                .filter(letter -> letters.contains(DeadLetterOffice.nameOf(letter)))
                .collect(Collectors.toMap(ConsumerRecord::key, DeadLetterOffice::nameOf));
    }

    private static List<String> seals(List<ConsumerRecord<String, byte[]>> events) {
        return events.reversed().stream()
                .map(it -> new String(it.value(), UTF_8))
                .map(value -> Json.write(Json.read(value).path("sealed")))
                .toList();
    }

    /** Milliseconds between one and the next. */
    private static List<Long> gaps(List<ConsumerRecord<String, byte[]>> records) {
        return IntStream.range(1, records.size())
                .mapToObj(i -> records.get(i).timestamp() - records.get(i - 1).timestamp())
                .toList();
    }

    private static String list(List<String> ids) {
        return ids.stream().collect(Collectors.joining("','", "('", "')"));
    }

    private static List<String> with(List<String> words, String... more) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }
}
