package workspace.chats.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every kind of event with its wire name and topic. Wire names are words we chose: moving a class
 * changes nothing.
 */
public enum EventType {
    CHAT_CREATED("ChatCreated", Topics.CHAT_EVENTS, ChatEvent.ChatCreated.class),
    CHAT_UPDATED("ChatUpdated", Topics.CHAT_EVENTS, ChatEvent.ChatUpdated.class),
    MESSAGE_CREATED("MessageCreated", Topics.CHAT_EVENTS, ChatEvent.MessageCreated.class),
    MESSAGE_RETRY_REQUESTED(
            "MessageRetryRequested", Topics.CHAT_EVENTS, ChatEvent.MessageRetryRequested.class),
    RECIPIENT_OPTED_OUT("RecipientOptedOut", Topics.CHAT_EVENTS, ChatEvent.RecipientOptedOut.class),
    RECIPIENT_OPTED_IN("RecipientOptedIn", Topics.CHAT_EVENTS, ChatEvent.RecipientOptedIn.class),
    ASSIGNMENT_CREATED(
            "AssignmentCreated", Topics.ASSIGNMENT_EVENTS, AssignmentEvent.AssignmentCreated.class),
    MESSAGE_ACCEPTED(
            "MessageAccepted", Topics.DISPATCH_EVENTS, DispatchEvent.MessageAccepted.class),
    MESSAGE_DELIVERED(
            "MessageDelivered", Topics.DISPATCH_EVENTS, DispatchEvent.MessageDelivered.class),
    MESSAGE_FAILED("MessageFailed", Topics.DISPATCH_EVENTS, DispatchEvent.MessageFailed.class),
    MESSAGE_DEFERRED(
            "MessageDeferred", Topics.DISPATCH_EVENTS, DispatchEvent.MessageDeferred.class),
    MESSAGE_UNKNOWN("MessageUnknown", Topics.DISPATCH_EVENTS, DispatchEvent.MessageUnknown.class),
    MESSAGE_RETRY_REFUSED(
            "MessageRetryRefused", Topics.DISPATCH_EVENTS, DispatchEvent.MessageRetryRefused.class),
    MESSAGE_RECEIVED(
            "MessageReceived", Topics.DISPATCH_EVENTS, DispatchEvent.MessageReceived.class),
    OPT_OUT_REPORTED("OptOutReported", Topics.DISPATCH_EVENTS, DispatchEvent.OptOutReported.class),
    CALL_PLACED("CallPlaced", Topics.CALL_EVENTS, CallEvent.CallPlaced.class),
    CALL_STATUS_CHANGED("CallStatusChanged", Topics.CALL_EVENTS, CallEvent.CallStatusChanged.class),
    CALL_FAILED("CallFailed", Topics.CALL_EVENTS, CallEvent.CallFailed.class),
    CALL_UNKNOWN("CallUnknown", Topics.CALL_EVENTS, CallEvent.CallUnknown.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::wireName, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_CLASS =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::eventClass, Function.identity()));

    private static final Pattern VERSION = Pattern.compile("\\.v[0-9]+$");

    private final String wireName;
    private final String topic;
    private final Class<? extends Event> eventClass;

    EventType(String name, String topic, Class<? extends Event> eventClass) {
        this.wireName = "workspace.chats." + name + ".v1";
        this.topic = topic;
        this.eventClass = eventClass;
    }

    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Event> eventClass() {
        return eventClass;
    }

    /** The type of that wire name, or nothing for one that this version does not know: skip it. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /**
     * True for another version of a kind of event that is known: whoever skipped it would pass over
     * something that concerns him.
     */
    public static boolean isOtherVersion(String wireName) {
        return !BY_WIRE_NAME.containsKey(wireName)
                && BY_WIRE_NAME.keySet().stream()
                        .anyMatch(known -> kind(known).equals(kind(wireName)));
    }

    private static String kind(String wireName) {
        return VERSION.matcher(wireName).replaceFirst("");
    }

    public static EventType of(Event event) {
        var type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("no wire name for " + event.getClass().getSimpleName());
        }
        return type;
    }
}
