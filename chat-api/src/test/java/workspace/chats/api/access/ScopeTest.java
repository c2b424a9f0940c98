package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @ValueSource(strings = {"chats:read", "chats:write", "chats:admin", "workspace:admin"})
    void isGrantedByItselfAndEverythingAbove(String scope) {
        assertThat(Scope.CHATS_READ.isGrantedBy(Set.of("members:read", scope))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chats",
                "chats:",
                "members:read",
                "phones:write",
                "dm:write",
                "CHATS:READ",
                "workspace:read"
            })
    void isNotGrantedByAnythingElse(String scope) {
        assertThat(Scope.CHATS_READ.isGrantedBy(Set.of(scope))).isFalse();
    }
}
