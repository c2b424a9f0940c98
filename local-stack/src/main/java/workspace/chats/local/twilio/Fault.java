package workspace.chats.local.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import workspace.chats.local.peer.BadRequest;
import workspace.chats.local.peer.Reply;

/**
 * What goes wrong with the next {@code times} (default 1) creates of a resource. {@code status}
 * (default 503) and {@code code} (default 20000 + status) are for {@link Mode#STATUS} and {@link
 * Mode#STATUS_AFTER_ACCEPT}; {@code delayMs} is how long {@link Mode#DELAY} waits, and how long
 * those that hang keep silent (default ten minutes) before they cut the connection.
 */
record Fault(
        String resource, Integer times, Mode mode, Integer status, Integer code, Long delayMs) {

    /** Only the accepting ones leave a trace in the journal. */
    enum Mode {
        /** Answers with an error. */
        @JsonProperty("status")
        STATUS,
        /** Never answers. */
        @JsonProperty("hang")
        HANG,
        /** Accepts, then cuts the connection without an answer. */
        @JsonProperty("dropAfterAccept")
        DROP_AFTER_ACCEPT,
        /** Accepts, and never answers. */
        @JsonProperty("hangAfterAccept")
        HANG_AFTER_ACCEPT,
        /** Accepts, and answers with an error. */
        @JsonProperty("statusAfterAccept")
        STATUS_AFTER_ACCEPT,
        /** Accepts, and answers late. */
        @JsonProperty("delay")
        DELAY,
        /** Resets the connection. */
        @JsonProperty("reset")
        RESET
    }

    private static final String MODES =
            "status, hang, dropAfterAccept, hangAfterAccept, statusAfterAccept, delay, reset";
    static final Set<String> RESOURCES = Set.of("Messages", "Calls");
    private static final long FOR_EVER = Duration.ofMinutes(10).toMillis();

    Fault {
        require(RESOURCES.contains(resource), "resource must be Messages or Calls");
        require(mode != null, "mode must be one of " + MODES);
        times = Objects.requireNonNullElse(times, 1);
        status = Objects.requireNonNullElse(status, 503);
        code = Objects.requireNonNullElse(code, 20_000 + status);
        delayMs = Objects.requireNonNullElse(delayMs, 0L);
        require(times > 0, "times must be at least 1");
        require(status >= 400 && status < 600, "status must be that of an error");
        require(delayMs >= 0, "delayMs must not be negative");
    }

    /** What becomes of a create that would otherwise be answered by {@code accept}. */
    Reply spoil(Supplier<Reply> accept) {
        return switch (mode) {
            case STATUS -> error();
            case HANG -> new Reply.Late(silence(), new Reply.CutOff());
            case DROP_AFTER_ACCEPT -> {
                var _ = accept.get();
                yield new Reply.CutOff();
            }
            case HANG_AFTER_ACCEPT -> {
                var _ = accept.get();
                yield new Reply.Late(silence(), new Reply.CutOff());
            }
            case STATUS_AFTER_ACCEPT -> {
                var _ = accept.get();
                yield error();
            }
            case DELAY -> new Reply.Late(Duration.ofMillis(delayMs), accept.get());
            case RESET -> new Reply.Reset();
        };
    }

    private Reply error() {
        return new Refusal(status, code, "Simulated").reply();
    }

    private Duration silence() {
        return Duration.ofMillis(delayMs == 0 ? FOR_EVER : delayMs);
    }

    private static void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new BadRequest(words);
        }
    }
}
