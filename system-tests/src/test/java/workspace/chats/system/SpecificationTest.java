package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/specification.md to what it says: every sentence has its tests, and they exist. */
class SpecificationTest {

    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:IT|Test))(?:#(\\w+))?`");

    private final Map<String, String> tests = sourcesOfTests();

    @Test
    void everySentenceNamesATest() throws IOException {
        assertThat(sentences()).hasSizeGreaterThan(30).allMatch(row -> NAMED.matcher(row).find());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        assertThat(named())
                .hasSizeGreaterThan(30)
                .allMatch(this::exists, "is a test of this project");
    }

    @Test
    void aTestThatIsNotThereIsMissed() {
        assertThat(matches("`SpecificationTest#aTestThatIsNotThereIsMissed`"))
                .allMatch(this::exists);
        assertThat(matches("`SpecificationTest#nobodyWroteThis` `NoSuchTest` `NoSuchIT#at`"))
                .hasSize(3)
                .noneMatch(this::exists);
    }

    private boolean exists(MatchResult named) {
        var source = tests.get(named.group(1));
        return source != null && (named.group(2) == null || hasTest(source, named.group(2)));
    }

    private static boolean hasTest(String source, String method) {
        return source.contains(" void " + method + "(");
    }

    private static List<MatchResult> named() throws IOException {
        return sentences().stream().flatMap(row -> matches(row).stream()).toList();
    }

    private static List<MatchResult> matches(String text) {
        return NAMED.matcher(text).results().toList();
    }

    private static List<String> sentences() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/specification.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| the page says"))
                .toList();
    }

    private static Map<String, String> sourcesOfTests() {
        try (var files = Files.walk(ROOT, 12)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().matches(".*(IT|Test)\\.java"))
                    .collect(
                            Collectors.toMap(
                                    SpecificationTest::name,
                                    SpecificationTest::text,
                                    String::concat));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
