package workspace.chats.system.history;

import java.util.List;
import java.util.stream.Stream;

/** Judges a history by nothing but what it says. */
public final class Checker {

    private static final List<Rule> RULES =
            List.of(
                    new Whole(),
                    new EveryChatOnce(),
                    new EveryEventInOrder(),
                    new EveryAnswer(),
                    new EveryEffect(),
                    new EveryWord());

    private Checker() {}

    public static Verdict judge(Facts facts) {
        return new Verdict(facts, RULES.stream().flatMap(rule -> rule.judge(facts)).toList());
    }

    /** One promise. */
    interface Rule {
        Stream<Finding> judge(Facts facts);
    }
}
