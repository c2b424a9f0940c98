package workspace.chats.api.directory.site;

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

/** Any member sees the sites; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/sites")
class SiteController {

    private final Desk desk;
    private final Sites sites;

    SiteController(Desk desk, Sites sites) {
        this.desk = desk;
        this.sites = sites;
    }

    @GetMapping
    Listing<Site> list(Caller caller, Parameters parameters) {
        return desk.list(caller, parameters, new Filter(), sites);
    }

    @GetMapping("/{id}")
    Site show(Caller caller, @PathVariable String id) {
        return desk.show(caller, id, sites);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Site> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, sites);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Site change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, sites);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        return desk.remove(caller, id, sites);
    }
}
