package workspace.chats.api.directory.sender;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Who may read phones sees the numbers; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/phone-numbers")
class PhoneNumberController {

    private final Desk desk;
    private final Numbers numbers;

    PhoneNumberController(Desk desk, Numbers numbers) {
        this.desk = desk;
        this.numbers = numbers;
    }

    @GetMapping
    Listing<NumberEntry> list(Caller caller, Parameters parameters) {
        caller.needs(Scope.PHONES_READ);
        return desk.list(caller, parameters, new Filter(), numbers);
    }

    @GetMapping("/{id}")
    NumberEntry show(Caller caller, @PathVariable String id) {
        caller.needs(Scope.PHONES_READ);
        return desk.show(caller, id, numbers);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NumberEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, numbers);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    NumberEntry change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, numbers);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        return desk.remove(caller, id, numbers);
    }
}
