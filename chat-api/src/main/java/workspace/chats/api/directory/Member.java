package workspace.chats.api.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or an assistant of the workspace. */
public record Member(
        UUID id,
        MemberKind kind,
        String displayName,
        @Nullable String phone,
        @Nullable String email,
        boolean active) {

    public boolean isAssistant() {
        return kind == MemberKind.ASSISTANT;
    }

    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
