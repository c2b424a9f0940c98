package workspace.chats.twilio;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Kept connections that repeat and redirect nothing and note when a request begins to leave. As
 * many as are asked for: the ledger limits its submissions and its looks, and whoever had to wait
 * here in vain would have used up a try without asking anybody.
 */
final class Connections {

    private static final String WRITTEN = "workspace.chats.twilio.written";
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private Connections() {}

    /**
     * @param turn returns when a request may leave, or throws when it must not
     */
    static CloseableHttpClient of(TwilioSettings settings, Runnable turn) {
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(pool(settings))
                .setDefaultRequestConfig(patience(settings))
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(),
                        "turn",
                        (request, scope, chain) -> atItsTurn(turn, request, scope, chain))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(IDLE)
                .build();
    }

    /** Whether any byte of the request of that context may have left. */
    static boolean wasWritten(HttpClientContext context) {
        return context.getAttribute(WRITTEN) != null;
    }

    // Runs when the connection is made and its TLS handshake is done, just before the first byte:
    // where a sender's pace is kept. Not at all when a proxy refused to lead to Twilio.
    private static ClassicHttpResponse atItsTurn(
            Runnable turn, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            turn.run();
        } catch (RuntimeException missed) {
            keep(scope.execRuntime);
            throw missed;
        }
        scope.clientContext.setAttribute(WRITTEN, true);
        return chain.proceed(request, scope);
    }

    // Or the next try would have to connect again, and would miss its turn again for as long as
    // that takes longer than a slot lasts.
    private static void keep(ExecRuntime connection) {
        connection.markConnectionReusable(null, IDLE);
        connection.releaseEndpoint();
    }

    private static RequestConfig patience(TwilioSettings settings) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .setConnectionKeepAlive(IDLE)
                .build();
    }

    // A kept connection that the other side has closed would lose a request: ask each one first.
    private static PoolingHttpClientConnectionManager pool(TwilioSettings settings) {
        var connect = Timeout.of(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .build();
    }
}
