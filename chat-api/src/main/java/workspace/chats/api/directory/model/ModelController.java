package workspace.chats.api.directory.model;

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
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.directory.entry.Desk;
import workspace.chats.api.directory.entry.Filter;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.idempotency.IdempotencyKey;

/** Any member sees the models; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/models")
class ModelController {

    private final Desk desk;
    private final Models models;

    ModelController(Desk desk, Models models) {
        this.desk = desk;
        this.models = models;
    }

    @GetMapping
    Listing<ModelEntry> list(Caller caller, Parameters parameters) {
        return desk.list(caller, parameters, new Filter(), models);
    }

    @GetMapping("/{id}")
    ModelEntry show(Caller caller, @PathVariable String id) {
        return desk.show(caller, id, models);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ModelEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, models);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ModelEntry change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, models);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        return desk.remove(caller, id, models);
    }
}
