package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class ShowChatIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final UUID member = workspace.human(null, null);
    private final Answer created =
            api.post(
                    workspace.chats(),
                    owner.toString(),
                    "{\"channel\": \"web-chat\", \"memberId\": \"%s\"}".formatted(member));
    private final String place = created.header("Location");

    @Test
    void showsOnesOwnChat_andOthersWithAScope() {
        assertThat(api.get(place, owner.toString()).status()).isEqualTo(200);
        assertThat(api.get(place, member.toString()).status()).isEqualTo(200);
        assertThat(api.get(place, workspace.human(null, null, "chats:read").toString()).status())
                .isEqualTo(200);
        assertThat(
                        api.get(place, workspace.human(null, null, "workspace:admin").toString())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void cannotBeToldFromAnUnknownChat_byWhomItIsHiddenFrom() {
        var nosy = workspace.human(null, null, "members:read").toString();
        var hidden = api.get(place, nosy);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text())
                .isEqualTo(api.get(workspace.chats() + "/" + UUID.randomUUID(), nosy).text())
                .isEqualTo(api.get(workspace.chats() + "/not-an-id", nosy).text());
    }

    @Test
    void isNotFoundInAnotherWorkspace() {
        var other = new DemoWorkspace();
        var admin = other.human(null, null, "workspace:admin").toString();
        assertThat(api.get(other.chats() + "/" + created.at("/id"), admin).status()).isEqualTo(404);
        assertThat(api.get(place, admin).status()).isEqualTo(404);
    }

    @Test
    void keepsItsETag_whenNothingChangedThatAPersonMayEdit_andStillShowsTheRest() {
        var before = api.get(place, owner.toString());
        JdbcClient.create(RunningApi.DATABASE.owner())
                .sql("update chat set messages_failed = 7, version = 2 where id = ?")
                .param(UUID.fromString(created.at("/id")))
                .update();

        var after =
                api.send(
                        api.request(place, owner.toString())
                                .header("If-None-Match", before.header("ETag")));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag")).matches("\"[^\"]+\"");
        assertThat(after.at("/messageCounts/failed")).isEqualTo("7");
    }
}
