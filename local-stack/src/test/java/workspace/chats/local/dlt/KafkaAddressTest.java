package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client needs to be let in comes from a file, and is shown to nobody. */
class KafkaAddressTest {

    @TempDir private Path folder;

    @Test
    void takesSecurityFromTheFile_andTheRestFromUs() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("client.properties"),
                        """
                        security.protocol=SASL_SSL
                        sasl.jaas.config=secret
                        acks=0
                        bootstrap.servers=elsewhere:1
                        """);

        var address = KafkaAddress.secured("broker:9093", file);

        assertThat(address.settings(Map.of("acks", "all")))
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers",
                                "broker:9093",
                                "security.protocol",
                                "SASL_SSL",
                                "sasl.jaas.config",
                                "secret",
                                "acks",
                                "all"));
        assertThat(address).hasToString("broker:9093");
    }

    @Test
    void failsWithTheFilesName_whenItIsNotThere() {
        assertThatThrownBy(() -> KafkaAddress.secured("broker:9093", folder.resolve("none")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("KAFKA_CLIENT_CONFIG")
                .hasMessageContaining("none");
    }
}
