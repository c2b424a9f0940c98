package workspace.chats.local.twilio;

import static workspace.chats.local.twilio.Rules.address;
import static workspace.chats.local.twilio.Rules.atMost;
import static workspace.chats.local.twilio.Rules.number;
import static workspace.chats.local.twilio.Rules.refuse;
import static workspace.chats.local.twilio.Rules.required;
import static workspace.chats.local.twilio.Rules.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workspace.chats.local.peer.Params;

/** Texts: no media, no messaging services, because the account has none. */
final class Messages implements Kind<Item.Message> {

    private static final DateFilter DATE_SENT = new DateFilter("DateSent");

    private final Account account;
    private final OptOuts optOuts;
    private final List<Function<Params, Optional<Refusal>>> rules;

    Messages(Account account, OptOuts optOuts) {
        this.account = account;
        this.optOuts = optOuts;
        rules =
                List.of(
                        required("To", 21604),
                        Messages::hasNoService,
                        required("From", 21603),
                        required("Body", 21602),
                        atMost("Body", 1600, 21617),
                        number("To", 21211),
                        number("From", 21212),
                        Messages::isNotToItself,
                        within("ValidityPeriod", 1, 36_000, 21624),
                        address("StatusCallback", 21609),
                        form -> MagicNumbers.texting(to(form), from(form)),
                        this::isWelcome);
    }

    @Override
    public String name() {
        return "Messages";
    }

    @Override
    public Optional<Refusal> refusal(Params form) {
        return Rules.firstOf(rules, form);
    }

    @Override
    public Item.Message accept(Params form, long at) {
        var body = form.value("Body").orElseThrow();
        return new Item.Message(Sids.fresh("SM"), to(form), from(form), body, at);
    }

    @Override
    public Object resource(Item.Message message, Instant now) {
        return MessageResource.of(account, message, now);
    }

    @Override
    public Optional<Refusal> queryRefusal(Params query) {
        return DATE_SENT.refusal(query);
    }

    /** Like Twilio's: a message that is not yet sent has no date that a filter could find. */
    @Override
    public boolean matches(Item.Message message, Params query, Instant now) {
        return query.admits("To", message.to())
                && query.admits("From", message.from())
                && DATE_SENT.admits(query, Life.OF_A_MESSAGE.when("sent", message, now));
    }

    private Optional<Refusal> isWelcome(Params form) {
        return refuse(
                optOuts.contains(from(form), to(form)),
                21610,
                "Attempt to send to unsubscribed recipient " + to(form));
    }

    private static Optional<Refusal> hasNoService(Params form) {
        return refuse(
                form.has("MessagingServiceSid"), 21701, "The Messaging Service does not exist.");
    }

    private static Optional<Refusal> isNotToItself(Params form) {
        return refuse(
                to(form).equals(from(form)), 21266, "'To' and 'From' number cannot be the same.");
    }

    private static String to(Params form) {
        return form.value("To").orElseThrow();
    }

    private static String from(Params form) {
        return form.value("From").orElseThrow();
    }
}
