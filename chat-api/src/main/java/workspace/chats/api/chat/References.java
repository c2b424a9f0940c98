package workspace.chats.api.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.ModelKind;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/** What a request says a chat refers to, and the workspace has to have; null is not judged. */
public record References(
        @Nullable UUID siteId,
        @Nullable UUID assistantMemberId,
        @Nullable UUID chatModelId,
        @Nullable UUID realtimeModelId) {

    /** What makes the request wrong. */
    public void noteWrong(Directory directory, FieldProblems problems) {
        if (siteId != null && !directory.knowsSite()) {
            problems.add("siteId", Flaw.UNKNOWN);
        }
        if (chatModelId != null && !directory.knowsModel(chatModelId, ModelKind.CHAT)) {
            problems.add("assistantChatModelId", Flaw.UNKNOWN);
        }
        if (realtimeModelId != null && !directory.knowsModel(realtimeModelId, ModelKind.REALTIME)) {
            problems.add("assistantRealtimeModelId", Flaw.UNKNOWN);
        }
    }

    /** Who is not there: only an active assistant is. */
    public void noteMissing(Directory directory, FieldProblems problems) {
        if (assistantMemberId != null && directory.activeAssistant(assistantMemberId).isEmpty()) {
            problems.add("assistantMemberId", Flaw.NOT_FOUND);
        }
    }
}
