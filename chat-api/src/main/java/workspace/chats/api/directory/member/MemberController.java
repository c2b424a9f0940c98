package workspace.chats.api.directory.member;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.directory.entry.Desk;
import workspace.chats.api.directory.entry.Filter;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Anybody sees himself, who may read members sees all; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/members")
class MemberController {

    private static final int LONGEST_SEARCH = 200;

    private final Desk desk;
    private final Members members;

    MemberController(Desk desk, Members members) {
        this.desk = desk;
        this.members = members;
    }

    @GetMapping
    Listing<MemberEntry> list(Caller caller, Parameters parameters) {
        caller.needs(Scope.MEMBERS_READ);
        return desk.list(caller, parameters, filter(parameters), members);
    }

    @GetMapping("/me")
    MemberEntry me(Caller caller) {
        return desk.show(caller, caller.memberId().toString(), members);
    }

    @GetMapping("/{id}")
    MemberEntry show(Caller caller, @PathVariable String id) {
        if (!caller.may(Scope.MEMBERS_READ) && !id.equalsIgnoreCase(caller.memberId().toString())) {
            throw new Refused(Problem.of(HttpStatus.NOT_FOUND));
        }
        return desk.show(caller, id, members);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MemberEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, members);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    MemberEntry change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, members);
    }

    private static Filter filter(Parameters parameters) {
        return new Filter()
                .and("kind = :kind", "kind", parameters.choice("kind", Members.KINDS))
                .and("active = :active", "active", parameters.flag("active"))
                .and(
                        "position(lower(:search) in lower(display_name)) > 0",
                        "search",
                        parameters.text("search", LONGEST_SEARCH));
    }
}
