package workspace.chats.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {

    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Test
    void areNamed_whenTheyAreMissing() throws IOException {
        var required = value("application.yaml", "workspace.required-settings").split(",\\s*");

        assertThat(required)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of("application.yaml", "messaging-defaults.yaml")
                                .flatMap(file -> values(file).stream())
                                .flatMap(text -> WITHOUT_DEFAULT.matcher(text).results())
                                .map(found -> found.group(1))
                                .distinct()
                                .toList());
    }

    private static String value(String file, String name) throws IOException {
        return Objects.requireNonNull(source(file).getProperty(name)).toString();
    }

    private static List<String> values(String file) {
        try {
            var source = source(file);
            return Stream.of(source.getPropertyNames())
                    .map(source::getProperty)
                    .map(String::valueOf)
                    .toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static EnumerablePropertySource<?> source(String file) throws IOException {
        var loaded = new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        return (EnumerablePropertySource<?>) loaded.getFirst();
    }
}
