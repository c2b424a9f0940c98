package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.events.ReasonCode;

class ColumnsTest {

    private final Columns.OfReasonCode reasons = new Columns.OfReasonCode();

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void readsTheReasonThatItWrote(ReasonCode reason) {
        var word = reasons.convertToDatabaseColumn(reason);
        assertThat(word).isEqualTo(reason.code());
        assertThat(reasons.convertToEntityAttribute(word)).isEqualTo(reason);
    }

    @Test
    void readsAReasonOfANewerVersion_asOneThatItKnows() {
        assertThat(reasons.convertToEntityAttribute("of_a_newer_version"))
                .isEqualTo(ReasonCode.DISPATCH_FAILED);
        assertThat(reasons.convertToEntityAttribute(null)).isNull();
    }
}
