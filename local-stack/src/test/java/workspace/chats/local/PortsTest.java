package workspace.chats.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {

    /** So many of 12,000 drawn one by one would hardly ever all be different. */
    private static final int MANY = 400;

    @Test
    void areDifferent_whenSeveralAreFree() {
        assertThat(Ports.free(MANY)).hasSize(MANY).doesNotHaveDuplicates();
    }
}
