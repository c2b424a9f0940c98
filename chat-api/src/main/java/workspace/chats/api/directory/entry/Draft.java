package workspace.chats.api.directory.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Fields;
import workspace.chats.api.body.Texts;
import workspace.chats.api.directory.TypedAddresses;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * What a body says of an entry, for a new one and for a change alike: a field that is absent stays
 * as it was, null clears it. A text that is not there yet is empty.
 */
public final class Draft {

    private static final double LOWEST_RATE = 0.001;
    private static final double HIGHEST_RATE = 10_000;
    private static final int HIGHEST_COUNT = 1_000_000;
    private static final int LONGEST_ADDRESS = 254;

    private final Fields fields;

    private Draft(Fields fields) {
        this.fields = fields;
    }

    /**
     * What the whole body says.
     *
     * @throws Refused 400 with everything that is wrong
     */
    public static <T> T of(Body body, Function<Draft, T> reader) {
        var fields = body.fields();
        var read = reader.apply(new Draft(fields));
        fields.refuseOthers();
        if (!body.problems().isEmpty()) {
            throw new Refused(Problem.invalid(body.problems().toList()));
        }
        return read;
    }

    public Fields fields() {
        return fields;
    }

    public void refuse(String name, Flaw flaw) {
        fields.refuse(name, flaw);
    }

    /** One line of at most so many characters. */
    public @Nullable String text(String name, int longest, @Nullable String before) {
        return stated(name, before, () -> line(name, longest));
    }

    /** A text that has to be there. */
    public String name(String name, int longest, String before) {
        return required(name, text(name, longest, before), "");
    }

    /** In E.164, however it was written. */
    public @Nullable String phone(String name, @Nullable String before) {
        return stated(
                name,
                before,
                () ->
                        read(
                                name,
                                text -> TypedAddresses.phone(text).orElse(null),
                                Flaw.MALFORMED_PHONE));
    }

    public @Nullable String mailbox(String name, @Nullable String before) {
        return stated(
                name,
                before,
                () ->
                        read(
                                name,
                                text -> TypedAddresses.mailbox(text).orElse(null),
                                Flaw.MALFORMED_MAILBOX));
    }

    public boolean flag(String name, boolean before) {
        return required(name, stated(name, before, () -> fields.flag(name)), before);
    }

    /** Requests per second, to the thousandth. */
    public double rate(String name, double before) {
        var rate = required(name, stated(name, before, () -> fields.decimal(name)), before);
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            refuse(name, Flaw.OUT_OF_RANGE);
        }
        return Math.round(rate * 1_000) / 1_000.0;
    }

    /** How many, up to a million; null for no such number. */
    public @Nullable Integer count(String name, @Nullable Integer before) {
        var count = stated(name, before, () -> fields.whole(name));
        if (count != null && (count < 0 || count > HIGHEST_COUNT)) {
            refuse(name, Flaw.OUT_OF_RANGE);
        }
        return count;
    }

    public @Nullable String word(String name, Map<String, String> words, @Nullable String before) {
        return stated(name, before, () -> fields.choice(name, words));
    }

    /** A list of words, none twice. */
    public List<String> words(String name, Set<String> words, List<String> before) {
        var list = stated(name, before, () -> fields.words(name, words));
        return list == null ? List.of() : list;
    }

    /**
     * The id of something else that the workspace has.
     *
     * @param check what is wrong with an id, if anything
     */
    public @Nullable UUID reference(
            String name, @Nullable UUID before, Function<UUID, @Nullable Flaw> check) {
        var id = stated(name, before, () -> fields.id(name));
        var flaw = id == null || id.equals(before) ? null : check.apply(id);
        if (flaw != null) {
            refuse(name, flaw);
        }
        return id;
    }

    /** What has to be given with the first word on the entry and stays for good. */
    public String once(String name, String before, @Nullable String value) {
        var now = required(name, value, before);
        if (!before.isEmpty() && !now.equals(before)) {
            refuse(name, Flaw.UNCHANGEABLE);
        }
        return now;
    }

    /**
     * What has to be there in the end.
     *
     * @param otherwise stands in for it when it is not, and the body is refused
     */
    public <V> V required(String name, @Nullable V value, V otherwise) {
        if (value != null && !value.equals("")) {
            return value;
        }
        if (!fields.has(name)) {
            refuse(name, Flaw.REQUIRED);
        }
        return otherwise;
    }

    /** What the body says, if it says anything of it. */
    public <V> @Nullable V stated(
            String name, @Nullable V before, Supplier<? extends @Nullable V> reader) {
        return fields.isGiven(name) ? reader.get() : before;
    }

    private @Nullable String line(String name, int longest) {
        var text = fields.text(name);
        if (text == null) {
            return null;
        }
        if (Texts.isBlank(text)) {
            refuse(name, Flaw.BLANK);
        }
        if (Texts.isLongerThan(longest, text)) {
            refuse(name, Flaw.TOO_LONG);
        }
        if (Texts.hasControlCharacter(text)) {
            refuse(name, Flaw.CONTROL_CHARACTER);
        }
        return text.strip();
    }

    private @Nullable String read(
            String name, Function<String, @Nullable String> reader, Flaw otherwise) {
        var text = line(name, LONGEST_ADDRESS);
        var value = text == null ? null : reader.apply(text);
        if (text != null && value == null) {
            refuse(name, otherwise);
        }
        return value;
    }
}
