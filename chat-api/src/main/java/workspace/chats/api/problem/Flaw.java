package workspace.chats.api.problem;

import java.util.Locale;

/** What can be wrong with one field of a request: a code for programs and a sentence for people. */
public enum Flaw {
    MALFORMED_JSON("The body has to be one JSON document in UTF-8."),
    MALFORMED_CURSOR("The cursor is none that this list has given."),
    UNKNOWN_FIELD("This request has no such field."),
    DUPLICATE_FIELD("The field stands here more than once."),
    UNKNOWN_PARAMETER("This request has no such parameter."),
    DUPLICATE_PARAMETER("The parameter stands here more than once."),
    WRONG_TYPE("The value has the wrong JSON type."),
    REQUIRED("A value is required."),
    MALFORMED_ID("The value has to be a UUID."),
    MALFORMED_KEY("One key of 1 to 255 letters, digits, and _ : . - is expected, quoted or not."),
    MALFORMED_TEXT("The text holds a character that cannot be kept."),
    MALFORMED_NUMBER("The value has to be a whole number."),
    MALFORMED_TIME("The value has to be a time such as 2026-01-31T09:30:00Z."),
    MALFORMED_PHONE(
            "The value has to be a phone number with its country code, such as +12025550123."),
    MALFORMED_MAILBOX("The value has to be one plain e-mail address."),
    OUT_OF_RANGE("The value is too small or too large."),
    NOT_ALLOWED("The value is not one of those allowed here."),
    CONTROL_CHARACTER("Control characters are not allowed."),
    BLANK("The text must not be blank."),
    TOO_LONG("The text is too long."),
    TOO_MANY("These are too many."),
    DUPLICATE("It stands in the list more than once."),
    MUTUALLY_EXCLUSIVE("phoneNumberId and inboxId exclude each other."),
    NOT_ON_THIS_CHANNEL("It cannot be given on this channel."),
    NEEDS_WORKFLOW("It can only be given together with workflowId."),
    NEEDS_DISABLED_ASSISTANT("It can only be given with assistantEnabled false."),
    UNCHANGEABLE("It cannot be changed."),
    TAKEN("Another one has it already."),
    NOT_OF_AN_ASSISTANT("An assistant has none."),
    YOURSELF("This is you."),
    NOT_AN_ASSISTANT("The member is not an assistant."),
    NOT_IN_A_DM("A DM is between its two members; no assistant can be brought in."),
    NOT_CAPABLE("The phone number cannot serve this channel."),
    NOT_PUBLISHED("The workflow has no published version."),
    UNKNOWN("The workspace has nothing with this id."),
    NOT_FOUND("The workspace has nothing with this id."),
    OVERLOADED("Too many requests are waiting already; wait as long as Retry-After says.");

    private final String detail;

    Flaw(String detail) {
        this.detail = detail;
    }

    /** For example {@code too_long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String detail() {
        return detail;
    }
}
