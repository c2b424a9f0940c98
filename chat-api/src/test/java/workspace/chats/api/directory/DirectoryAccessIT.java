package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.testing.DemoWorkspace;

/** Who may do what with each of the directory's resources. */
class DirectoryAccessIT {

    private final DemoWorkspace workspace = new DemoWorkspace();

    @ParameterizedTest
    @CsvSource({
        "sites,         '',              200",
        "models,        '',              200",
        "workflows,     '',              200",
        "members,       phones:read,     403",
        "members,       members:read,    200",
        "members,       workspace:admin, 200",
        "phone-numbers, '',              403",
        "phone-numbers, chats:admin,     403",
        "phone-numbers, phones:read,     200",
        "phone-numbers, phones:write,    200",
        "phone-numbers, workspace:admin, 200",
        "inboxes,       '',              403",
        "inboxes,       members:read,    403",
        "inboxes,       phones:read,     200",
        "inboxes,       workspace:admin, 200"
    })
    void isSeen(String resource, String scope, int status) {
        var visitor = workspace.visits(scope);
        assertThat(visitor.get("/" + resource).status()).isEqualTo(status);
        assertThat(visitor.get("/" + resource + "/" + UUID.randomUUID()).status())
                .isEqualTo(status == 200 || resource.equals("members") ? 404 : status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "workflows", "sites", "models", "phone-numbers", "inboxes"})
    void isKeptByAdministratorsAlone(String resource) {
        var place = "/" + resource + "/" + UUID.randomUUID();
        for (var scope : new String[] {"chats:admin", "phones:write", "members:read", "dm:write"}) {
            var visitor = workspace.visits(scope);
            assertThat(visitor.post("/" + resource, "{}").status()).isEqualTo(403);
            assertThat(visitor.put(place, "{}").status()).isEqualTo(403);
            assertThat(visitor.delete(place).status()).isIn(403, 405);
        }
        var admin = workspace.visits("workspace:admin");
        assertThat(admin.post("/" + resource, "{}").status()).isEqualTo(400);
        assertThat(admin.put(place, "{}").status()).isEqualTo(404);
        assertThat(admin.delete(place).status()).isIn(404, 405);
    }
}
