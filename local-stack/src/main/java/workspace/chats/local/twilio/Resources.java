package workspace.chats.local.twilio;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import workspace.chats.local.peer.Params;
import workspace.chats.local.peer.Reply;
import workspace.chats.local.peer.Request;

/** Create, fetch and list of one kind, as Twilio's REST API has them. */
final class Resources<T extends Item> {

    private final Kind<T> kind;
    private final Items<T> items;
    private final Faults faults;
    private final Clock clock;

    Resources(Kind<T> kind, Items<T> items, Faults faults, Clock clock) {
        this.kind = kind;
        this.items = items;
        this.faults = faults;
        this.clock = clock;
    }

    Reply create(Params form) {
        var arrived = clock.millis();
        Supplier<Reply> accept = () -> accept(form, arrived);
        return faults.next(kind.name()).map(fault -> fault.spoil(accept)).orElseGet(accept);
    }

    Reply fetch(String sid, String path) {
        return items.find(sid)
                .map(item -> Reply.ok(kind.resource(item, clock.instant())))
                .orElseGet(Refusal.notFound(path)::reply);
    }

    Reply list(Request request) {
        return queryRefusal(request.query()).map(Refusal::reply).orElseGet(() -> page(request));
    }

    private Optional<Refusal> queryRefusal(Params query) {
        return Page.refusal(query).or(() -> kind.queryRefusal(query));
    }

    private Reply accept(Params form, long arrived) {
        return kind.refusal(form)
                .map(Refusal::reply)
                .orElseGet(() -> {
                    var item = kind.accept(form, arrived);
                    items.add(item);
                    return new Reply.Json(201, kind.resource(item, clock.instant()));
                });
    }

    private Reply page(Request request) {
        var now = clock.instant();
        var page = Page.of(request);
        var found =
                items.all().reversed().stream()
                        .filter(item -> kind.matches(item, request.query(), now))
                        .skip(page.start())
                        .limit(page.size() + 1L)
                        .map(item -> kind.resource(item, now))
                        .toList();
        return Reply.ok(page.render(kind.name(), found));
    }
}
