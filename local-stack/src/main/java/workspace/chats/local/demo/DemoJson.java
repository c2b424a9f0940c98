package workspace.chats.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import workspace.chats.local.demo.DemoWorkspace.Member;

/** How tools see one workspace. What somebody does not have is null. */
final class DemoJson {

    private final DemoIds ids;
    private final String key;
    private final Function<String, String> token;

    DemoJson(DemoIds ids, String key, Function<String, String> token) {
        this.ids = ids;
        this.key = key;
        this.token = token;
    }

    Map<String, Object> describe(DemoWorkspace workspace) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", ids.of(key));
        json.put("members", all("members", workspace.members(), this::member));
        json.put("workflows", all("workflows", workspace.workflows(), (name, one) -> Map.of()));
        json.put(
                "phoneNumbers",
                all(
                        "phoneNumbers",
                        workspace.phoneNumbers(),
                        (name, one) -> Map.of("e164", one.e164())));
        json.put(
                "inboxes",
                all(
                        "inboxes",
                        workspace.inboxes(),
                        (name, one) -> Map.of("address", one.address())));
        json.put("sites", all("sites", workspace.sites(), (name, one) -> Map.of()));
        json.put("models", all("models", workspace.models(), (name, one) -> Map.of()));
        return json;
    }

    private Map<String, @Nullable Object> member(String name, Member member) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", member.kind());
        json.put("token", member.isHuman() ? token.apply(DemoData.subjectOf(key, name)) : null);
        json.put("phone", member.phone());
        json.put("email", member.email());
        return json;
    }

    private <T> Map<String, Object> all(
            String kind,
            Map<String, T> things,
            BiFunction<String, T, Map<String, ? extends @Nullable Object>> more) {
        var json = new LinkedHashMap<String, Object>();
        things.forEach((name, thing) -> {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("id", ids.of(key, kind, name));
            one.putAll(more.apply(name, thing));
            json.put(name, one);
        });
        return json;
    }
}
