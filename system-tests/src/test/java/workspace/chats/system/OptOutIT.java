package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody has opted out at the provider, who says so when he is written to. */
class OptOutIT {

    private final RunningSystem system = RunningSystem.get();
    private final Phones phones = system.phones();
    private final Clinic clinic = Clinic.in(system);
    private final String number = clinic.numbers(1).getFirst();

    @Test
    void isLearnedAndKept_forTheAddressThatOptedOut() {
        phones.refuse("Messages", 21610);
        assertThat(errorOf("first")).isEqualTo("recipient_opted_out");
        Eventually.within(
                Duration.ofSeconds(20),
                "the opt-out",
                () -> assertThat(clinic.optOuts(number)).containsExactly("+14155550178"));

        var second = UUID.randomUUID().toString();
        assertThat(errorOf(second)).isEqualTo("recipient_opted_out");
        phones.neverGet(second);

        clinic.patientMovesTo("+14155550179");
        var third = UUID.randomUUID().toString();
        assertThat(errorOf(third)).isEmpty();
        phones.gotOnce(third);
    }

    private String errorOf(String text) {
        return clinic.texts(number, text).path("initialMessageError").asString("");
    }
}
