package workspace.chats.system.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import workspace.chats.system.Http;
import workspace.chats.system.Json;
import workspace.chats.system.RunningSystem;

/**
 * A workspace of the run's own, with a sender's number, an inbox, a workflow and an assistant that
 * nobody else uses, so that what is received from them is the run's.
 */
record Site(
        String id,
        String token,
        String number,
        String numberId,
        String inbox,
        String inboxId,
        String workflowId) {

    private static final int RATE = 500;

    static Site make(RunningSystem system, Random random) {
        var name = "faults-" + UUID.randomUUID();
        var printed = system.chats("workspace", "create", "--name", name, "--admin", name);
        var id = printed(printed, "Workspace: +(\\S+)");
        var token = printed(printed, "Token: +(\\S+)");
        return new Furnishing(new Desk(system.url("apiUrl"), id, token), random).furnish();
    }

    private static String printed(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the launcher does not say " + pattern);
        }
        return found.group(1);
    }

    /** Its directory, over HTTP. */
    record Desk(String apiUrl, String workspace, String token) {

        String adds(String path, Map<String, ?> what) {
            return posts(path, what).path("id").asString();
        }

        JsonNode posts(String path, Map<String, ?> what) {
            var reply = tries(path, what);
            if (reply.status() > 201) {
                throw new IllegalStateException(path + " answers " + reply.status());
            }
            return reply.body();
        }

        Http.Reply tries(String path, Map<String, ?> what) {
            return Http.post(
                    apiUrl + "/api/v2/w/" + workspace + path,
                    Map.of("Authorization", "Bearer " + token),
                    Json.write(what));
        }
    }

    private record Furnishing(Desk desk, Random random) {

        Site furnish() {
            var assistant =
                    desk.adds("/members", Map.of("kind", "assistant", "displayName", "Assistant"));
            var inbox = "desk-" + UUID.randomUUID() + "@example.com";
            var inboxId =
                    desk.adds(
                            "/inboxes",
                            Map.of("address", inbox, "label", "Desk", "ratePerSecond", RATE));
            var number = number();
            return new Site(
                    desk.workspace(),
                    desk.token(),
                    number.path("e164").asString(),
                    number.path("id").asString(),
                    inbox,
                    inboxId,
                    workflow(assistant, number.path("id").asString(), inboxId));
        }

        private String workflow(String assistant, String numberId, String inboxId) {
            var workflow =
                    desk.adds(
                            "/workflows",
                            Map.of(
                                    "name",
                                    "Intake",
                                    "agentMemberId",
                                    assistant,
                                    "defaultPhoneNumberId",
                                    numberId,
                                    "defaultInboxId",
                                    inboxId));
            var versions = "/workflows/" + workflow + "/versions";
            desk.posts(versions, Map.of("definition", Map.of()));
            for (var step : List.of("publish", "activate")) {
                desk.posts(versions + "/1/" + step, Map.of());
            }
            return workflow;
        }

        /** Of the thousand that are kept free for plays; one that is taken is another run's. */
        private JsonNode number() {
            for (int tries = 0; tries < 100; tries++) {
                var e164 = "+44207946%04d".formatted(random.nextInt(1000));
                var reply =
                        desk.tries(
                                "/phone-numbers",
                                Map.of("e164", e164, "label", "Main", "ratePerSecond", RATE));
                if (reply.status() == 201) {
                    return reply.body();
                }
            }
            throw new IllegalStateException("no number is free");
        }
    }
}
