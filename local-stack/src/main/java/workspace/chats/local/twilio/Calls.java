package workspace.chats.local.twilio;

import static workspace.chats.local.twilio.Rules.address;
import static workspace.chats.local.twilio.Rules.atMost;
import static workspace.chats.local.twilio.Rules.method;
import static workspace.chats.local.twilio.Rules.number;
import static workspace.chats.local.twilio.Rules.refuse;
import static workspace.chats.local.twilio.Rules.required;
import static workspace.chats.local.twilio.Rules.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workspace.chats.local.peer.Params;

/** Outbound calls: with TwiML or the address of some, no applications, because there are none. */
final class Calls implements Kind<Item.Call> {

    private static final DateFilter START_TIME = new DateFilter("StartTime");

    private static final List<Function<Params, Optional<Refusal>>> RULES =
            List.of(
                    required("To", 21201),
                    required("From", 21213),
                    number("To", 21211),
                    number("From", 21212),
                    Calls::hasNoApplication,
                    Calls::knowsWhatToSay,
                    address("Url", 21205),
                    atMost("Twiml", 4000, 21658),
                    method("Method"),
                    within("Timeout", 1, 600, 21208),
                    address("StatusCallback", 21609),
                    form -> MagicNumbers.calling(to(form), from(form)));

    private final Account account;

    Calls(Account account) {
        this.account = account;
    }

    @Override
    public String name() {
        return "Calls";
    }

    @Override
    public Optional<Refusal> refusal(Params form) {
        return Rules.firstOf(RULES, form);
    }

    @Override
    public Item.Call accept(Params form, long at) {
        return new Item.Call(Sids.fresh("CA"), to(form), from(form), at);
    }

    @Override
    public Object resource(Item.Call call, Instant now) {
        return CallResource.of(account, call, now);
    }

    @Override
    public Optional<Refusal> queryRefusal(Params query) {
        return START_TIME.refusal(query);
    }

    /** Like Twilio's: a call that is not yet dialled has no time that a filter could find. */
    @Override
    public boolean matches(Item.Call call, Params query, Instant now) {
        return query.admits("To", call.to())
                && query.admits("From", call.from())
                && query.admits("Status", Life.OF_A_CALL.of(call, now).status())
                && START_TIME.admits(query, Life.OF_A_CALL.when("ringing", call, now));
    }

    private static Optional<Refusal> hasNoApplication(Params form) {
        return refuse(form.has("ApplicationSid"), 21218, "Invalid ApplicationSid.");
    }

    private static Optional<Refusal> knowsWhatToSay(Params form) {
        return refuse(!form.has("Url") && !form.has("Twiml"), 21205, "Url parameter is required.");
    }

    private static String to(Params form) {
        return form.value("To").orElseThrow();
    }

    private static String from(Params form) {
        return form.value("From").orElseThrow();
    }
}
