package workspace.chats.local.dlt;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./chats dlt replay}: sends letters to their addressee once more. A letter counts as
 * replayed only when Kafka has the event and the books say so; whatever happens in between, it
 * stays open and may be replayed again.
 */
@Command(
        name = "replay",
        description = "send letters to their consumer again, as they came or mended")
final class ReplayLetters implements Callable<Integer> {

    private final Desk desk;

    @Mixin private Selection selection = new Selection();
    @Mixin private Mend mend = new Mend();
    @Mixin private Why why = new Why();

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description = "at most so many a second (${DEFAULT-VALUE})")
    private Rate rate = new Rate(20);

    @Option(names = "--again", description = "those too that were dealt with before")
    private boolean again;

    private int replayed;

    ReplayLetters(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        why.require(selection);
        if (mend.isWanted() && !selection.isOne()) {
            throw CommandFailed.misuse("A mend is for one letter: name it");
        }
        try (var round = desk.round(selection);
                var courier = new Courier(round.installation().kafka())) {
            var pace = rate.start();
            round.visit((letter, last, books) -> {
                if (isWanted(last)) {
                    pace.await(); // not within the transaction that notes it
                    replay(letter, books, event -> send(event, courier, pace));
                }
            });
        }
        desk.say(why.sum(replayed, "replayed"));
        return 0;
    }

    private boolean isWanted(Optional<Action> last) {
        return last.isEmpty() || again;
    }

    private void replay(DeadLetter letter, Books books, Consumer<Outgoing> sender) {
        var event = mend.outgoing(letter);
        if (why.isDryRun() || isDone(letter, event, books, sender)) {
            replayed++;
            desk.say(sentence(letter, event));
        } else {
            desk.say(Why.leftAlone(letter));
        }
    }

    private boolean isDone(
            DeadLetter letter, Outgoing event, Books books, Consumer<Outgoing> sender) {
        return books.note(
                letter,
                this::isWanted,
                () -> {
                    sender.accept(event);
                    return why.deed(desk.who(), action(event), event.newEventId());
                });
    }

    private static void send(Outgoing event, Courier courier, Rate.Pace pace) {
        courier.bring(event);
        pace.gone();
    }

    private String sentence(DeadLetter letter, Outgoing event) {
        return "%s %s to %s%s"
                .formatted(
                        why.isDryRun() ? "would replay" : "replayed",
                        letter.place(),
                        event.topic(),
                        Optional.ofNullable(event.newEventId())
                                .map(id -> " as new event " + id)
                                .orElse(""));
    }

    private static Action action(Outgoing event) {
        return event.newEventId() == null ? Action.REPLAYED : Action.MENDED;
    }
}
