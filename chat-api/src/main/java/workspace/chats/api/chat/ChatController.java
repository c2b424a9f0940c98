package workspace.chats.api.chat;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;

/** Shows chats. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats")
class ChatController {

    private final VisibleChats chats;

    ChatController(VisibleChats chats) {
        this.chats = chats;
    }

    @GetMapping("/{chat}")
    ChatResponse show(Caller caller, @PathVariable String chat, HttpServletResponse response) {
        var snapshot = chats.toSee(caller, chat);
        // set here, because Spring would answer 304 for an ETag of its own: this one says nothing
        // about outcomes
        response.setHeader(HttpHeaders.ETAG, snapshot.etag());
        return ChatResponse.of(snapshot);
    }
}
