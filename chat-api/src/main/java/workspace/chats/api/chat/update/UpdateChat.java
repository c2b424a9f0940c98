package workspace.chats.api.chat.update;

import java.util.Optional;
import workspace.chats.api.chat.update.Decision.Accepted;
import workspace.chats.api.chat.update.Decision.Invalid;
import workspace.chats.api.chat.update.Decision.NotFound;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.Member;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/**
 * The rules of editing a chat. An assistant who is brought in takes part from then on; the one
 * before him keeps his place, as what he wrote stays in the chat. Clearing or turning off the
 * assistant seats and removes nobody, and enabling a chat without one leaves it waiting for one. A
 * DM is between its two members for ever: nobody is brought in.
 */
final class UpdateChat {

    private static final String DM = "dm";

    private final Edit edit;
    private final Directory directory;

    private UpdateChat(Edit edit, Directory directory) {
        this.edit = edit;
        this.directory = directory;
    }

    /** {@code wrong} holds what reading the request has brought up. */
    static Decision decide(Edit edit, FieldProblems wrong, Directory directory) {
        return new UpdateChat(edit, directory).decide(wrong);
    }

    private Decision decide(FieldProblems wrong) {
        noteIntruders(wrong);
        edit.references().noteWrong(directory, wrong);
        if (!wrong.isEmpty()) {
            return new Invalid(wrong.toList());
        }
        var missing = new FieldProblems();
        edit.references().noteMissing(directory, missing);
        return missing.isEmpty()
                ? new Accepted(edit.wanted(), newcomer())
                : new NotFound(missing.toList());
    }

    private void noteIntruders(FieldProblems wrong) {
        if (!edit.chat().chat().chatType().equals(DM)) {
            return;
        }
        if (edit.changesAssistant()) {
            wrong.add("assistantMemberId", Flaw.NOT_IN_A_DM);
        }
        if (edit.isTurnedOn() && edit.wanted().assistant().memberId() == null) {
            wrong.add("assistantEnabled", Flaw.NOT_IN_A_DM);
        }
    }

    private Optional<Member> newcomer() {
        return edit.bringsAssistant()
                ? directory
                        .activeAssistant(edit.wanted().assistant().memberId())
                        .filter(assistant -> !takesPart(assistant))
                : Optional.empty();
    }

    private boolean takesPart(Member assistant) {
        return edit.chat().participants().stream()
                .anyMatch(seated -> seated.memberId().equals(assistant.id()));
    }
}
