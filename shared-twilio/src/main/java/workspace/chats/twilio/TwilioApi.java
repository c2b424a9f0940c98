package workspace.chats.twilio;

import com.twilio.base.Creator;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.WritingTurn;

/**
 * Twilio's REST API for one account. Every call of ours is at most one request of Twilio's, never
 * repeated from in here; what came of it is a value, never an exception, and never in Twilio's
 * words.
 */
public final class TwilioApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioApi.class);

    private final TwilioSettings settings;
    private final OnceOnlyHttpClient http;
    private final Refusals refusals;

    TwilioApi(TwilioSettings settings, Refusals refusals) {
        this.settings = settings;
        this.http = new OnceOnlyHttpClient(settings, WritingTurn::await);
        this.refusals = refusals;
    }

    /**
     * Creates a message or a call, by one request.
     *
     * @param exact form fields to send exactly as they are; the SDK leaves out a value that reads
     *     "null"
     * @param otherwise the reason when Twilio refuses with a code that we do not know
     * @param created what the created resource means
     */
    public <R extends Resource> Answer create(
            Creator<R> creator,
            Map<String, String> exact,
            ReasonCode otherwise,
            Function<R, Answer> created) {
        try {
            return created.apply(creator.create(new ExactRestClient(settings, http, exact)));
        } catch (RequestNotWritten notWritten) {
            LOG.warn("Twilio could not be reached: {}", notWritten.getMessage());
            return new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null);
        } catch (RequestRefused refused) {
            return refusals.answer(refused.status(), refused.code(), otherwise);
        } catch (AnswerLost lost) {
            return unknown(lost.getMessage());
        } catch (RuntimeException unreadable) {
            return unknown(unreadable.getClass().getSimpleName());
        }
    }

    /** The first page of a list, or nothing when Twilio could not say. */
    public <R extends Resource> Optional<List<R>> list(Reader<R> reader) {
        try {
            var client = new ExactRestClient(settings, http, Map.of());
            return Optional.of(reader.firstPage(client).getRecords());
        } catch (RuntimeException failed) {
            LOG.warn("Twilio could not be asked: {}", failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Answer unknown(@Nullable String why) {
        LOG.warn("Twilio's answer was lost: {}", why);
        return new Answer.Unknown(null);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
