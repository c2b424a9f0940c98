package workspace.chats.api.chat.list;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Parameters;

/** Lists the chats that the caller may see. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats")
class ListController {

    private final ListingChats listing;

    ListController(ListingChats listing) {
        this.listing = listing;
    }

    @GetMapping
    ChatPage list(Caller caller, Parameters asked) {
        return listing.list(caller, ListReader.read(asked));
    }
}
