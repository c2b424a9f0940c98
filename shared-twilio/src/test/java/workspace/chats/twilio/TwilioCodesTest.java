package workspace.chats.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import workspace.chats.events.ReasonCode;

class TwilioCodesTest {

    private final TwilioCodes codes = TwilioCodes.load(new SimpleMeterRegistry());

    @Test
    void nameAReasonOfTheContract_forEachOfTheirNumbers() {
        assertThat(TwilioCodes.rows())
                .hasSize(127)
                .allSatisfy(row ->
                        assertThat(codes.reason(row.code()).orElseThrow().code())
                                .isEqualTo(row.reason()));
    }

    @Test
    void haveEachNumberOnce() {
        assertThat(Arrays.stream(TwilioCodes.rows()).map(TwilioCodes.Row::code))
                .doesNotHaveDuplicates();
    }

    @Test
    void knowThoseThatMatterMost() {
        assertThat(codes.reason(21610)).contains(ReasonCode.RECIPIENT_OPTED_OUT);
        assertThat(codes.reason(21211)).contains(ReasonCode.RECIPIENT_INVALID);
        assertThat(codes.reason(20003)).contains(ReasonCode.PROVIDER_AUTH_FAILED);
        assertThat(codes.reason(30007)).contains(ReasonCode.MESSAGE_FILTERED);
    }

    @Test
    void haveNothingForAnUnknownNumber() {
        assertThat(codes.reason(29999)).isEmpty();
    }
}
