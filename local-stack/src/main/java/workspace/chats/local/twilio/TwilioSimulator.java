package workspace.chats.local.twilio;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import workspace.chats.local.peer.Peer;
import workspace.chats.local.peer.Reply;
import workspace.chats.local.peer.Request;

/**
 * Twilio as a process of its own would be: Messages and Calls under {@code /2010-04-01}, and for
 * tests {@code POST /_sim/faults}, {@code POST /_sim/weather} and {@code GET}, {@code POST
 * /_sim/inbound}, {@code POST /_sim/reset} and {@code GET /_sim/journal}, which says what real
 * phones would have received.
 */
public final class TwilioSimulator implements Peer {

    private record Journal(List<Item.Message> messages, List<Item.Call> calls) {}

    private final Items<Item.Message> messages;
    private final Items<Item.Call> calls;
    private final OptOuts optOuts;
    private final Faults faults = new Faults();
    private final RestApi api;

    /** Remembers in {@code home} what it accepted, so that a restart forgets nothing. */
    public TwilioSimulator(Path home, Account account, Clock clock) {
        var folder = home.resolve("twilio");
        messages = new Items<>(folder.resolve("messages.jsonl"), Item.Message.class);
        calls = new Items<>(folder.resolve("calls.jsonl"), Item.Call.class);
        optOuts = new OptOuts(folder.resolve("opt-outs.jsonl"));
        api =
                new RestApi(
                        account,
                        Map.of(
                                "Messages",
                                new Resources<>(
                                        new Messages(account, optOuts), messages, faults, clock),
                                "Calls",
                                new Resources<>(new Calls(account), calls, faults, clock)));
    }

    @Override
    public Reply answer(Request request) {
        return request.path().startsWith("/_sim/") ? control(request) : api.answer(request);
    }

    private Reply control(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /_sim/journal" -> Reply.ok(new Journal(messages.all(), calls.all()));
            case "POST /_sim/faults" -> done(() -> faults.add(request.json(Fault.class)));
            case "POST /_sim/weather" ->
                    done(() -> faults.become(request.json(Forecast.class).weather()));
            case "GET /_sim/weather" -> Reply.ok(faults.seen());
            case "POST /_sim/inbound" -> done(() -> optOuts.hear(request.json(Inbound.class)));
            case "POST /_sim/reset" -> done(this::reset);
            default -> Reply.notFound();
        };
    }

    private void reset() {
        messages.clear();
        calls.clear();
        optOuts.clear();
        faults.clear();
    }

    private static Reply done(Runnable work) {
        work.run();
        return new Reply.Done();
    }
}
