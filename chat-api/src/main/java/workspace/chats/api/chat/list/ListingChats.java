package workspace.chats.api.chat.list;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Caller;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Finds one page, as of one moment, in the same number of queries whatever its size. */
@Service
class ListingChats {

    private final Narrowings narrowings;
    private final ListedChats listed;
    private final Chats chats;

    ListingChats(Narrowings narrowings, ListedChats listed, Chats chats) {
        this.narrowings = narrowings;
        this.listed = listed;
        this.chats = chats;
    }

    /**
     * The page that was asked for; one past the end is empty.
     *
     * @throws Refused 400 for a page that starts beyond {@link ListRequest#DEEPEST} and is not past
     *     the end, and for a filter that names what the workspace does not have
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChatPage list(Caller caller, ListRequest request) {
        refuseUnknown(caller, request.filter());
        var selection = listed.select(caller, request.filter());
        var total = listed.count(selection);
        return new ChatPage(
                request.isPastTheEnd(total) ? List.of() : items(caller, selection, request),
                total.known(),
                total.isExact(),
                request.page(),
                request.pageSize());
    }

    private void refuseUnknown(Caller caller, ChatFilter filter) {
        var unknown = narrowings.unknown(caller.workspaceId(), filter);
        if (!unknown.isEmpty()) {
            throw new Refused(Problem.invalid(unknown.toList()));
        }
    }

    private List<ChatResponse> items(Caller caller, Selection selection, ListRequest request) {
        if (request.isTooDeep()) {
            throw new Refused(
                    Problem.invalid(List.of(new FieldProblem("page", Flaw.OUT_OF_RANGE))));
        }
        return chats.findAll(caller.workspaceId(), listed.ids(selection, request)).stream()
                .map(ChatResponse::of)
                .toList();
    }
}
