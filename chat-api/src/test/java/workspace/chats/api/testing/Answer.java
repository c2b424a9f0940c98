package workspace.chats.api.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** The text or number of a field, {@code null} as a word when it is absent. */
    public String at(String pointer) {
        return json().at(pointer).asString("null");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("none");
    }
}
