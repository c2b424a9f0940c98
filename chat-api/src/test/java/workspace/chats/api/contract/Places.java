package workspace.chats.api.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

/** One of everything that a path can name, by the names of the variables. */
final class Places {

    private Places() {}

    static Map<String, String> in(DemoWorkspace workspace, String admin) {
        var chat = RunningApi.get().post(workspace.chats(), admin, "{\"channel\": \"web-chat\"}");
        var number = "+1303555" + ThreadLocalRandom.current().nextInt(1000, 10_000);
        var places = new HashMap<String, String>();
        places.put("workspace_uuid", workspace.id().toString());
        places.put("chat_id", chat.at("/id"));
        places.put("member_id", workspace.human(null, null).toString());
        places.put("workflow_id", workspace.workflow(null, null, null).toString());
        places.put("version_number", "3"); // the draft
        places.put("phone_number_id", workspace.number(number, 1).toString());
        places.put("inbox_id", workspace.inbox("desk@example.org").toString());
        places.put("site_id", workspace.site().toString());
        places.put("model_id", workspace.model("chat").toString());
        return places;
    }
}
