package workspace.chats.system.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./chats faults} is told.
 *
 * @param scenarios all, if none is named
 * @param resume the folder of a run that was cut
 * @param check the folder of a history that is only to be judged
 */
record Options(
        List<String> scenarios,
        OptionalLong seed,
        OptionalInt rounds,
        boolean isShort,
        @Nullable Path resume,
        @Nullable Path check) {

    /** Where {@code ./chats} is and folders are named from; the harness itself runs below it. */
    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    static final String USAGE =
            "Say ./chats faults [--seed N] [--rounds N] [--short] [SCENARIO ...],"
                    + " ./chats faults --resume FOLDER or ./chats faults --check FOLDER";

    /** The words cannot be understood; the message says which would be. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String why) {
            super(why + "\n" + USAGE);
        }
    }

    static Options of(List<String> words) {
        var scenarios = new ArrayList<String>();
        var seed = OptionalLong.empty();
        var rounds = OptionalInt.empty();
        boolean isShort = false;
        Path resume = null;
        Path check = null;
        for (var rest = words.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            switch (word) {
                case "--seed" ->
                        seed = OptionalLong.of(number(word, rest.hasNext() ? rest.next() : ""));
                case "--rounds" ->
                        rounds =
                                OptionalInt.of(
                                        (int) number(word, rest.hasNext() ? rest.next() : ""));
                case "--short" -> isShort = true;
                case "--resume" -> resume = folder(word, rest.hasNext() ? rest.next() : "");
                case "--check" -> check = folder(word, rest.hasNext() ? rest.next() : "");
                default -> scenarios.add(scenario(word));
            }
        }
        return new Options(List.copyOf(scenarios), seed, rounds, isShort, resume, check);
    }

    private static String scenario(String word) {
        if (Scenarios.ALL.stream().noneMatch(scenario -> scenario.name().equals(word))) {
            throw new NotUnderstood("No scenario is called " + word + "; " + Scenarios.list());
        }
        return word;
    }

    private static long number(String option, String word) {
        if (!word.matches("[0-9]{1,9}") || Long.parseLong(word) < 1) {
            throw new NotUnderstood(option + " wants a number from 1 on");
        }
        return Long.parseLong(word);
    }

    private static Path folder(String option, String word) {
        if (word.isEmpty()) {
            throw new NotUnderstood(option + " wants a folder");
        }
        return ROOT.resolve(word);
    }
}
