package workspace.chats.messaging.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTest {

    @Configuration
    static class Nothing {}

    @Configuration
    static class Refusing {
        @Bean
        Object keys() {
            throw new CannotStart("SEALING_KEYSET_FILE: x cannot be read");
        }
    }

    @Test
    void namesAllThatIsMissing_inOneLine(CapturedOutput output) {
        assertThatThrownBy(() ->
                        run(
                                Nothing.class,
                                "--workspace.required-settings=KAFKA_X,DATABASE_X,GIVEN_X",
                                "--GIVEN_X=1",
                                "--DATABASE_X= "))
                .isInstanceOf(CannotStart.class);

        assertThat(output.getAll().lines().filter(line -> line.contains("Cannot start")))
                .singleElement()
                .asString()
                .endsWith("Cannot start: not set: KAFKA_X, DATABASE_X");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void saysTheReasonOnly_whereverItWasFound(CapturedOutput output) {
        assertThatThrownBy(() -> run(Refusing.class)).hasRootCauseInstanceOf(CannotStart.class);

        assertThat(output.getAll())
                .contains("Cannot start: SEALING_KEYSET_FILE: x cannot be read")
                .doesNotContain("APPLICATION FAILED TO START");
    }

    @Test
    void startsWithTheSharedDefaults_whichAnythingOverrides() {
        try (var context = run(Nothing.class, "--spring.kafka.listener.type=single")) {
            var settings = context.getBean(Environment.class);

            assertThat(settings.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
            assertThat(settings.getProperty("spring.kafka.consumer.auto-offset-reset"))
                    .isEqualTo("earliest");
            assertThat(settings.getProperty("spring.kafka.listener.type")).isEqualTo("single");
        }
    }

    private static ConfigurableApplicationContext run(Class<?> service, String... settings) {
        return new SpringApplicationBuilder(service).web(WebApplicationType.NONE).run(settings);
    }
}
