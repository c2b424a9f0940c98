package workspace.chats.api.chat.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import workspace.chats.api.chat.create.Decision.Accepted;
import workspace.chats.api.chat.create.Decision.Invalid;
import workspace.chats.api.chat.create.Decision.NotFound;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.property.Draws;
import workspace.chats.api.property.Shrink;

/** Thousands of creates at random; {@code -Dcreate.seed} and {@code -Dcreate.cases} make others. */
class CreateRulesTest {

    private static final long SEED = Long.getLong("create.seed", 1);
    private static final int CASES = Integer.getInteger("create.cases", 5_000);

    private final Clinic clinic = new Clinic();
    private final Set<String> said = new HashSet<>();

    @Test
    void saysEverythingThatIsWrong_atOnceAndNothingElse() {
        for (int i = 0; i < CASES; i++) {
            var draws = Draws.of(SEED * 1_000_003 + i);
            said.addAll(expected(GeneratedCreate.of(draws)));
            if (complaint(draws.made()).isPresent()) {
                fail(i, draws.made());
            }
        }
        assertThat(codes())
                .as("of seed %d", SEED)
                .contains(
                        "201",
                        "404",
                        "400",
                        "required",
                        "wrong_type",
                        "not_allowed",
                        "malformed_id",
                        "malformed_text",
                        "not_published",
                        "not_found",
                        "needs_workflow",
                        "unknown",
                        "mutually_exclusive",
                        "not_on_this_channel",
                        "not_capable",
                        "blank",
                        "too_long",
                        "too_many",
                        "duplicate",
                        "not_an_assistant",
                        "unknown_field",
                        "needs_disabled_assistant",
                        "control_character");
    }

    private Set<String> codes() {
        return said.stream()
                .map(words -> words.substring(words.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    private void fail(int number, List<Integer> choices) {
        var smallest = Shrink.of(choices, this::complaint);
        throw new AssertionError(
                "case %d of seed %d: %s"
                        .formatted(number, SEED, complaint(smallest).orElse("(not again)")));
    }

    private Optional<String> complaint(List<Integer> choices) {
        var create = GeneratedCreate.of(Draws.again(choices));
        var answer = answer(clinic.decide(create.json()));
        return answer.equals(expected(create))
                ? Optional.empty()
                : Optional.of(
                        "differs: %s%nexpected %s%nanswered %s"
                                .formatted(create.json(), expected(create), answer));
    }

    private static Set<String> expected(GeneratedCreate create) {
        if (!create.wrong().isEmpty()) {
            return with("400", create.wrong());
        }
        return create.missing().isEmpty() ? Set.of("201") : with("404", create.missing());
    }

    private static Set<String> answer(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> Set.of("201");
            case Invalid(var problems) -> with("400", words(problems));
            case NotFound(var problems) -> with("404", words(problems));
        };
    }

    private static Set<String> words(List<FieldProblem> problems) {
        return problems.stream()
                .map(p -> p.field() + " " + p.flaw().code())
                .collect(Collectors.toSet());
    }

    private static Set<String> with(String status, Set<String> words) {
        var all = new HashSet<>(words);
        all.add(status);
        return all;
    }
}
