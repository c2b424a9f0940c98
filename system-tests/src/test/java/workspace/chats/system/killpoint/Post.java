package workspace.chats.system.killpoint;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.util.Timeout;

/** A program that posts to a port of this machine, through the code that the senders post with. */
final class Post {

    static final String BODY = "all of the body";

    /** Without a question for leave, which would be sent and answered before the body. */
    private static final HttpProcessor PLAIN =
            new DefaultHttpProcessor(RequestTargetHost.INSTANCE, RequestContent.INSTANCE);

    private Post() {}

    public static void main(String[] port) throws IOException, HttpException {
        var post = ClassicRequestBuilder.post("/").setEntity(BODY).build();
        var host = new HttpHost("127.0.0.1", Integer.parseInt(port[0]));
        try (var requester = RequesterBootstrap.bootstrap().setHttpProcessor(PLAIN).create();
                var answer =
                        requester.execute(
                                host, post, Timeout.ofSeconds(30), HttpCoreContext.create())) {
            System.out.println(answer.getCode());
        }
    }
}
