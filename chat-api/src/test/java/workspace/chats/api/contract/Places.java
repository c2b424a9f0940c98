package workspace.chats.api.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;

/** One of everything that a path can name, by the names of the variables. */
final class Places {

    private Places() {}

    static Map<String, String> in(DemoWorkspace workspace, String admin) {
        var chat = RunningApi.get().post(workspace.chats(), admin, "{\"channel\": \"web-chat\"}");
        var places = new HashMap<String, String>();
        places.put("workspace_uuid", workspace.id().toString());
        places.put("chat_id", chat.at("/id"));
        places.put("member_id", workspace.human(null, null).toString());
        places.put("workflow_id", workspace.workflow(null, null, null).toString());
        places.put("version_number", "3"); // the draft
        places.put("phone_number_id", workspace.number(Numbers.next(), 1).toString());
        places.put("inbox_id", workspace.inbox("desk@example.org").toString());
        places.put("site_id", workspace.site().toString());
        places.put("model_id", workspace.model("chat").toString());
        places.put("opt_out_id", optOut(workspace).toString());
        return places;
    }

    /** From a sender of its own, which has to stay with it. */
    private static UUID optOut(DemoWorkspace workspace) {
        return workspace.optOut(workspace.number(Numbers.next(), 1), "+12125550123");
    }
}
