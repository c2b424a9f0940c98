package workspace.chats.api.chat.call;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.page.Cursor;
import workspace.chats.api.page.Page;
import workspace.chats.api.page.PageRequest;

/** Lists a chat's calls. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/{chat}/phone-calls")
class PhoneCallsController {

    private final VisibleChats chats;
    private final PhoneCalls calls;

    PhoneCallsController(VisibleChats chats, PhoneCalls calls) {
        this.chats = chats;
        this.calls = calls;
    }

    @GetMapping
    Page<PhoneCallResponse> list(Caller caller, @PathVariable String chat, Parameters parameters) {
        var seen = chats.toSee(caller, chat).chat();
        var request = PageRequest.in(parameters);
        return Page.of(
                calls.of(new Key(seen.workspaceId(), seen.id()), request),
                request.limit(),
                last -> new Cursor(last.createdAt(), 0, last.id()));
    }
}
