package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.api.access.Scope;
import workspace.chats.api.testing.Answer;

/**
 * The scopes that the document names are those that the service asks for: each call succeeds with
 * its scope alone, and not with all the others.
 */
class ScopesIT {

    private static final Map<String, Operation> OPERATIONS =
            Operations.all().stream()
                    .collect(Collectors.toMap(operation -> operation.id, Function.identity()));

    private static final Stage untouched = new Stage();

    static Stream<Call> callsForEverybody() {
        return Call.all().filter(call -> call.scopes().isEmpty());
    }

    static Stream<Call> callsWithAScope() {
        return Call.all().filter(call -> !call.scopes().isEmpty());
    }

    static Stream<Call> callsWithAScopeForSome() {
        return callsWithAScope().filter(call -> !isAlwaysNeeded(call));
    }

    @ParameterizedTest
    @MethodSource("callsForEverybody")
    void isForEveryMember(Call call) {
        assertSucceeds(untouched.send(call, untouched.member()));
    }

    @ParameterizedTest
    @MethodSource("callsWithAScope")
    void isForWhoHasItsScopeAlone(Call call) {
        var stage = new Stage();
        var member = stage.member(call.scopes().toArray(String[]::new));
        var answer = stage.send(call, member);
        assertSucceeds(answer);
        assertThat(showsNothing(answer)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("callsWithAScope")
    void isNotForWhoHasAllTheOthers(Call call) {
        var answer = untouched.send(call, untouched.member(othersThan(call)));
        if (call.declares(403)) {
            assertThat(answer.status()).isEqualTo(403);
        } else if (answer.status() != 404) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(showsNothing(answer)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("callsWithAScopeForSome")
    void isForEveryMember_whereItIsHisOwn(Call call) {
        var stage = new Stage();
        var member = stage.member();
        var answer = stage.of(member).send(call, member);
        assertSucceeds(answer);
        assertThat(showsNothing(answer)).isFalse();
    }

    private static boolean isAlwaysNeeded(Call call) {
        return Objects.requireNonNull(OPERATIONS.get(call.id())).rights.stream()
                .anyMatch(right -> right.when().equals("always"));
    }

    /** Those that do not include one of its own. */
    private static String[] othersThan(Call call) {
        return Scope.words().stream()
                .filter(word -> call.scopes().stream().noneMatch(needed -> includes(word, needed)))
                .toArray(String[]::new);
    }

    private static boolean includes(String scope, String needed) {
        var area = needed.substring(0, needed.indexOf(':'));
        return scope.equals("workspace:admin")
                || scope.equals(area + ":admin")
                || scope.equals(area + ":write")
                || scope.equals(needed);
    }

    private static void assertSucceeds(Answer answer) {
        assertThat(answer.status()).isBetween(200, 299);
    }

    /** A list that leaves out what one may not see. */
    private static boolean showsNothing(Answer answer) {
        return answer.json().path("total").asInt(-1) == 0;
    }
}
