package workspace.chats.local.twilio;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workspace.chats.local.peer.Reply;
import workspace.chats.local.peer.Request;

/** The part of Twilio's REST API (2010-04-01, JSON) that the simulator has. */
final class RestApi {

    private static final Pattern RESOURCE =
            Pattern.compile(
                    "/2010-04-01/Accounts/(?<account>[^/]+)/(?<kind>[^/.]+)(/(?<sid>[^/.]+))?\\.json");
    private static final Refusal UNAUTHORIZED = new Refusal(401, 20003, "Authenticate");
    private static final Refusal METHOD_NOT_ALLOWED = new Refusal(405, 20004, "Method not allowed");

    private final Account account;
    private final Map<String, Resources<?>> resources;

    RestApi(Account account, Map<String, Resources<?>> resources) {
        this.account = account;
        this.resources = resources;
    }

    Reply answer(Request request) {
        if (!account.admits(request.authorization())) {
            return new Reply.Json(
                    401, UNAUTHORIZED, Map.of("WWW-Authenticate", "Basic realm=\"Twilio API\""));
        }
        var address = RESOURCE.matcher(request.path());
        if (!address.matches() || !account.sid().equals(address.group("account"))) {
            return Refusal.notFound(request.path()).reply();
        }
        var kind = resources.get(address.group("kind"));
        return kind == null
                ? Refusal.notFound(request.path()).reply()
                : answer(request, kind, address.group("sid"));
    }

    private static Reply answer(Request request, Resources<?> kind, @Nullable String sid) {
        if (request.method().equals("GET")) {
            return sid == null ? kind.list(request) : kind.fetch(sid, request.path());
        }
        return sid == null && request.method().equals("POST")
                ? kind.create(request.form())
                : METHOD_NOT_ALLOWED.reply();
    }
}
