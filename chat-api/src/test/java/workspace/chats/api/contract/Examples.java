package workspace.chats.api.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Real requests and answers, in files that say by their names where they belong: to a call, {@code
 * createChat.201.phone-sms.json}, or wherever a type is, {@code Site.north.json}; a listing then
 * has one of them.
 */
final class Examples {

    private static final Path FOLDER = Path.of("src/test/resources/contract/examples");
    private static final JsonMapper JSON = new JsonMapper();

    private final TreeMap<String, JsonNode> files = new TreeMap<>();

    Examples() {
        try (var found = Files.list(FOLDER)) {
            for (var file : found.toList()) {
                files.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Puts them where they belong. */
    void addTo(ObjectNode media, String operation, String part) {
        var type = media.at("/schema/$ref").asString("").replaceFirst(".*/", "");
        if (!add(media, operation + "." + part + ".", UnaryOperator.identity())
                && !add(media, type + ".", UnaryOperator.identity())) {
            add(media, type.replaceFirst("Listing$", "") + ".", Examples::listing);
            add(media, type.replaceFirst("Page$", "") + ".", Examples::page);
        }
    }

    private boolean add(ObjectNode media, String prefix, UnaryOperator<JsonNode> wrap) {
        files.forEach((file, example) -> {
            if (file.startsWith(prefix)) {
                var name = file.substring(prefix.length()).replace(".json", "");
                media.withObjectProperty("examples")
                        .putObject(name)
                        .set("value", wrap.apply(example));
            }
        });
        return media.has("examples");
    }

    private static JsonNode page(JsonNode entry) {
        var page = JsonNodeFactory.instance.objectNode();
        page.putArray("items").add(entry);
        return page;
    }

    private static JsonNode listing(JsonNode entry) {
        var listing = JsonNodeFactory.instance.objectNode();
        listing.putArray("items").add(entry);
        return listing.put("total", 1).put("page", 1).put("pageSize", 50);
    }
}
