package workspace.chats.api.chat.timeline;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.page.Page;
import workspace.chats.api.page.PageRequest;

/** Tells what happened to a chat. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/{chat}/timeline")
class TimelineController {

    private final VisibleChats chats;
    private final Happenings happenings;

    TimelineController(VisibleChats chats, Happenings happenings) {
        this.chats = chats;
        this.happenings = happenings;
    }

    @GetMapping
    Page<Happening> tell(Caller caller, @PathVariable String chat, Parameters parameters) {
        var seen = chats.toSee(caller, chat).chat();
        var request = PageRequest.in(parameters);
        return Page.of(
                happenings.of(new Key(seen.workspaceId(), seen.id()), request),
                request.limit(),
                Happenings::cursor);
    }
}
