package workspace.chats.twilio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import workspace.chats.messaging.effect.WritingTurn;

/** The end of a request: tells the sender's pace when it has left. */
final class OutgoingForm extends HttpEntityWrapper {

    OutgoingForm(Iterable<? extends NameValuePair> pairs) {
        super(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        super.writeTo(out);
        out.flush();
        WritingTurn.written();
    }
}
