package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds docs/specification.md to what it says: every sentence has its tests, and they are run. */
class SpecificationTest {

    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:IT|Test))(?:#(\\w+))?`");

    /** Some names are those of classes in several modules. */
    private static final Map<String, List<Path>> SOURCES = sourcesOfTests();

    private static final Map<Path, Set<String>> TESTS = new ConcurrentHashMap<>();

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

    @Test
    void aMethodThatIsNoTestIsMissed() {
        assertThat(matches("`SpecificationTest#exists` `DeclaredTestsTest#later`"))
                .hasSize(2)
                .noneMatch(this::exists);
    }

    @Test
    void aNameThatTwoClassesHaveIsMissed_unlessOneOfThemHasTheMethod() {
        assertThat(SOURCES.get("BudgetIT")).hasSize(2);
        assertThat(matches("`BudgetIT`")).noneMatch(this::exists);
        assertThat(matches("`BudgetIT#endsWithAChatThatSaysSo_andTextsNobody`"))
                .allMatch(this::exists);
    }

    private boolean exists(MatchResult named) {
        return SOURCES.getOrDefault(named.group(1), List.of()).stream()
                        .map(SpecificationTest::testsIn)
                        .filter(tests -> meets(tests, named.group(2)))
                        .count()
                == 1;
    }

    private static Set<String> testsIn(Path source) {
        return TESTS.computeIfAbsent(source, it -> DeclaredTests.in(text(it)));
    }

    private static boolean meets(Set<String> tests, @Nullable String method) {
        return method == null ? !tests.isEmpty() : tests.contains(method);
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

    private static Map<String, List<Path>> sourcesOfTests() {
        try (var files = Files.walk(ROOT, 12)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().matches(".*(IT|Test)\\.java"))
                    .collect(Collectors.groupingBy(SpecificationTest::name));
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
