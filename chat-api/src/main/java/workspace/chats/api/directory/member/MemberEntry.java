package workspace.chats.api.directory.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.access.Scope;
import workspace.chats.api.directory.entry.Entry;

/**
 * A member with all that is known of him.
 *
 * @param kind {@code human} or {@code assistant}
 * @param subject who the identity provider says he is; without one nobody can come as him
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberEntry(
        UUID id,
        String kind,
        @Nullable String subject,
        String displayName,
        @Nullable String phone,
        @Nullable String email,
        List<String> scopes,
        boolean active)
        implements Entry {

    static final String ASSISTANT = "assistant";

    MemberEntry {
        scopes = List.copyOf(scopes);
    }

    boolean isAssistant() {
        return kind.equals(ASSISTANT);
    }

    /** One who can come and administer the workspace. */
    boolean isAdministrator() {
        return active && subject != null && scopes.contains(Scope.WORKSPACE_ADMIN.word());
    }

    @Override
    public String toString() {
        return "MemberEntry[" + id + "]";
    }
}
