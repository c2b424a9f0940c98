package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an administrator allows his workspace in an hour. */
class BudgetIT {

    private final RunningSystem system = RunningSystem.get();
    private final Phones phones = system.phones();
    private final Clinic clinic = Clinic.in(system);
    private final String number = clinic.numbers(1).getFirst();
    private final String first = "first " + UUID.randomUUID();
    private final String second = "second " + UUID.randomUUID();

    @Test
    void endsWithAChatThatSaysSo_andTextsNobody() {
        clinic.sets("textsPerHour", 1);

        assertThat(clinic.texts(number, first).path("initialMessageStatus").asString())
                .isEqualTo("accepted");
        assertThat(clinic.texts(number, second).path("initialMessageError").asString())
                .isEqualTo("budget_exceeded");

        phones.gotOnceAndNoMore(first);
        phones.neverGet(second);
    }
}
