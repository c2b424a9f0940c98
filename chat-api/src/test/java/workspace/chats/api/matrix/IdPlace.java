package workspace.chats.api.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.contract.Call;
import workspace.chats.api.contract.Samples;

/**
 * Where a call takes an id, as the document says.
 *
 * @param in {@code path}, {@code query} or {@code body}
 * @param path the names that lead to it; {@code []} for an element of a list
 */
record IdPlace(Call call, String in, List<String> path) {

    private static final Pattern LIKE_AN_ID = Pattern.compile(".*(Id|Ids|_id|_ids|uuid|Uuid)");
    private static final Pattern VERSION = Pattern.compile(".*([vV]ersionNumber|version_number)");

    static List<IdPlace> all() {
        return Call.all().flatMap(IdPlace::of).toList();
    }

    static Stream<IdPlace> of(Call call) {
        var places = new ArrayList<IdPlace>();
        for (var in : List.of("path", "query", "header")) {
            for (var parameter : call.parameters(in)) {
                var name = parameter.path("name").stringValue();
                find(new IdPlace(call, in, List.of(name)), parameter.path("schema"), places);
            }
        }
        find(new IdPlace(call, "body", List.of()), call.body(), places);
        return places.stream();
    }

    private static void find(IdPlace here, JsonNode schema, List<IdPlace> places) {
        var resolved = Call.SAMPLES.resolve(schema);
        if (here.isAnId(resolved)) {
            places.add(here);
        }
        resolved.path("properties")
                .properties()
                .forEach(field -> find(here.below(field.getKey()), field.getValue(), places));
        if (Samples.type(resolved).equals("array")) {
            find(here.below("[]"), resolved.path("items"), places);
        }
    }

    private boolean isAnId(JsonNode schema) {
        if (path.isEmpty()) {
            return false;
        }
        return schema.path("format").asString("").equals("uuid")
                || LIKE_AN_ID.matcher(name()).matches()
                || VERSION.matcher(name()).matches();
    }

    private IdPlace below(String name) {
        return new IdPlace(call, in, Stream.concat(path.stream(), Stream.of(name)).toList());
    }

    /** The last name that is not just an element. */
    String name() {
        return path.reversed().stream().filter(name -> !name.equals("[]")).findFirst().orElse("");
    }

    Thing thing() {
        var isActivated = call.path().endsWith("/activate") && name().equals("version_number");
        return isActivated ? Thing.PUBLISHED : Thing.named(name());
    }

    String shown() {
        return String.join(".", path).replace(".[]", "[0]");
    }

    @Override
    public String toString() {
        return call + " " + in + " " + shown();
    }
}
