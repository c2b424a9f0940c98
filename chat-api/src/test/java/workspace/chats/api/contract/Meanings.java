package workspace.chats.api.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.access.Scope;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.ReasonCode;

/**
 * What the things in answers mean: {@code meanings.properties}, and the tables of the codes, which
 * say it themselves.
 */
final class Meanings {

    private static final Path FILE = Path.of("src/test/resources/contract/meanings.properties");

    private static final Pattern GENERIC = Pattern.compile("^[A-Z][A-Za-z]*(Listing|Page)");
    private static final List<String> CONFLICTS =
            List.of("no_initial_message", "under_way", "not_failed", "unconfirmed");

    private final Properties words = new Properties();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    Meanings() {
        try (var reader = Files.newBufferedReader(FILE)) {
            words.load(reader);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        words.setProperty("ReasonCode", words.getProperty("ReasonCode") + "\n\n" + reasonCodes());
        words.setProperty("FlawCode", words.getProperty("FlawCode") + "\n\n" + flaws());
    }

    /**
     * @param place a type, or {@code Type.property}
     */
    String of(String place) {
        var key = words.containsKey(place) ? place : GENERIC.matcher(place).replaceFirst("$1");
        asked.add(key);
        var meaning = words.getProperty(key);
        if (meaning == null) {
            missing.add(place);
        }
        return meaning == null ? "" : meaning;
    }

    /** What a type is called in public. */
    static String nameOf(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "NumberEntry" -> "PhoneNumber";
            case "Version" -> "WorkflowVersion";
            default -> type.getSimpleName().replaceAll("Entry$", "");
        };
    }

    /** A closed set of words that its Java type does not tell. */
    @Nullable ObjectNode schemaOf(String place) {
        return switch (place) {
            case "FieldError.code" -> Types.ref("FlawCode");
            case "Member.kind" -> Types.oneOf("human", "assistant");
            case "Member.scopes" -> scopes();
            case "Model.kind" -> Types.oneOf("chat", "realtime");
            case "WorkflowVersion.status" -> Types.oneOf("draft", "published");
            default -> null;
        };
    }

    static ObjectNode scopes() {
        var words = List.copyOf(new TreeSet<>(Scope.words()));
        return Types.of("array").set("items", Types.open(Types.oneOf(words)));
    }

    ObjectNode flawCode() {
        var codes =
                Stream.of(
                                Arrays.stream(Flaw.values()).map(Flaw::code),
                                CONFLICTS.stream(),
                                Arrays.stream(ReasonCode.values()).map(ReasonCode::code))
                        .flatMap(all -> all)
                        .distinct()
                        .toList();
        return Types.open(Types.oneOf(codes)).put("description", of("FlawCode"));
    }

    /** What is answered and not explained. */
    Set<String> missing() {
        return missing;
    }

    /** What is explained and not answered. */
    Set<String> stale() {
        return words.stringPropertyNames().stream()
                .filter(place -> !asked.contains(place))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String reasonCodes() {
        return Arrays.stream(ReasonCode.values())
                .map(code ->
                        "| `%s` | %s | %s | %s |"
                                .formatted(
                                        code.code(),
                                        code.meaning(),
                                        code.retry()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '),
                                        code.advice()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "| code | meaning | retry | what to do |\n|---|---|---|---|\n",
                                ""));
    }

    private static String flaws() {
        return Arrays.stream(Flaw.values())
                .map(flaw -> "| `%s` | %s |".formatted(flaw.code(), flaw.detail()))
                .collect(Collectors.joining("\n", "| code | meaning |\n|---|---|\n", ""));
    }
}
