package workspace.chats.local.dlt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./chats dlt list}: which letters lie there, and nothing of what they hold. */
@Command(name = "list", description = "the dead letters that nobody has dealt with")
final class ListLetters implements Callable<Integer> {

    private final Desk desk;

    @Mixin private Selection selection = new Selection();

    @Option(names = "--all", description = "those that were dealt with too")
    private boolean all;

    private int shown;
    private int dealtWith;

    ListLetters(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var round = desk.round(selection)) {
            round.visit((letter, last, _) -> list(letter, last));
        }
        sum();
        return 0;
    }

    private void list(DeadLetter letter, Optional<Action> last) {
        if (last.isPresent() && !all) {
            dealtWith++;
            return;
        }
        if (shown++ == 0) {
            desk.say(
                    line(
                            "LETTER",
                            "AGE",
                            "CONSUMER",
                            "CODE",
                            "EVENT",
                            "TYPE",
                            "WORKSPACE",
                            "STATE"));
        }
        desk.say(
                line(
                        letter.place().toString(),
                        age(letter.at(), desk.clock().instant()),
                        letter.addressee().name(),
                        letter.code(),
                        text(letter.eventId()),
                        letter.type().map(ListLetters::kind).orElse("-"),
                        text(letter.workspaceId()),
                        last.map(Action::word).orElse("open")));
    }

    private void sum() {
        desk.say(shown == 0 ? "No dead letters." : shown == 1 ? "1 letter." : shown + " letters.");
        if (dealtWith > 0) {
            desk.say(dealtWith + " more were dealt with; --all lists them.");
        }
    }

    private static String line(Object... cells) {
        return "%-46s  %-12s  %-18s  %-17s  %-36s  %-21s  %-36s  %s".formatted(cells).strip();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    /** Without the words that all types have in common. */
    private static String kind(String type) {
        return type.replaceFirst("^workspace\\.chats\\.", "");
    }

    static String age(Instant since, Instant now) {
        var age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return "%d d %d h".formatted(age.toDays(), age.toHoursPart());
        }
        if (age.toHours() > 0) {
            return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
        }
        return "%d min %d s"
                .formatted(Math.max(0, age.toMinutes()), Math.max(0, age.toSecondsPart()));
    }
}
