package workspace.chats.api.outcome;

import java.util.UUID;

/**
 * What a batch of steps does to their chat. An error that appears asks for a person, and keeps
 * asking when it clears: somebody may have seen it and must not find it gone without a trace.
 */
record ChatChange(UUID chatId, int steps, int failedMoved, boolean errorAppeared) {

    static ChatChange of(Kind kind, Step step) {
        return new ChatChange(
                step.subject().chatId(),
                1,
                kind.counted() ? step.failedMoved() : 0,
                step.errorAppeared());
    }

    ChatChange plus(ChatChange next) {
        return new ChatChange(
                chatId,
                steps + next.steps,
                failedMoved + next.failedMoved,
                errorAppeared || next.errorAppeared);
    }
}
