package workspace.chats.api.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workspace.chats.api.contract.Call;

/**
 * One request, ready to be sent.
 *
 * @param target path and query, as they stand in the request line
 * @param headers names and values, a name perhaps more than once
 * @param body empty for none; a character for each byte, as in ISO 8859-1
 */
record Shot(Call call, String target, List<Map.Entry<String, String>> headers, String body) {

    private static final int SHOWN = 2_000;

    String method() {
        return call.method();
    }

    /** The last word of the path that is no variable. */
    String collection() {
        return call.path().substring(call.path().lastIndexOf('/') + 1);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the path ends with. */
    String lastName() {
        return target.replaceAll("\\?.*", "").replaceAll(".*/", "");
    }

    @Override
    public String toString() {
        var lines =
                headers.stream()
                        .filter(header -> !header.getKey().equals("Authorization"))
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        var text = new String(bytes(), StandardCharsets.UTF_8);
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return "%s %s\n%s\n\n%s (%d bytes)"
                .formatted(method(), target, lines, shown, body.length());
    }
}
