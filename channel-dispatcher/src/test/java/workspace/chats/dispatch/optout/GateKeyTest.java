package workspace.chats.dispatch.optout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateKeyTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final GateKey key = new GateKey("k".repeat(32).getBytes(UTF_8));

    @Test
    void givesTheSameAddressTheSameHash_howeverItIsWritten() {
        assertThat(key.hash(ONE, ONE, "Zoe@Example.com "))
                .isEqualTo(key.hash(ONE, ONE, "zoe@example.com"))
                .hasSize(32);
    }

    @Test
    void tellsWorkspacesSendersAddressesAndKeysApart() {
        var hash = key.hash(ONE, ONE, "+15005550009");

        assertThat(hash)
                .isNotEqualTo(key.hash(TWO, ONE, "+15005550009"))
                .isNotEqualTo(key.hash(ONE, TWO, "+15005550009"))
                .isNotEqualTo(key.hash(ONE, ONE, "+15005550008"))
                .isNotEqualTo(new GateKey(new byte[32]).hash(ONE, ONE, "+15005550009"));
    }
}
