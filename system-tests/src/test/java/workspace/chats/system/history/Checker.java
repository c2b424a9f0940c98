package workspace.chats.system.history;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Judges a history by nothing but what it says. */
public final class Checker {

    private static final List<Rule> RULES =
            List.of(
                    new Whole(),
                    new EveryChatOnce(),
                    new EveryWish(),
                    new EveryEventInOrder(),
                    new EveryAnswer(),
                    new EveryEffect(),
                    new EveryWord());

    private Checker() {}

    /** By the rules of every history, and by {@code more} of this one. */
    public static Verdict judge(Facts facts, Rule... more) {
        var rules = Stream.concat(RULES.stream(), Arrays.stream(more));
        return new Verdict(facts, rules.flatMap(rule -> rule.judge(facts)).toList());
    }

    /** One promise. */
    public interface Rule {
        Stream<Finding> judge(Facts facts);
    }
}
