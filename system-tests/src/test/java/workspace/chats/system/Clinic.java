package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A workspace of a test's own, made by one command and filled over HTTP by its administrator. */
final class Clinic {

    private static final int CALLERS = 8;
    private static final Set<String> OPEN = Set.of("pending", "unknown");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final Map<String, String> admin;
    private final String patient;

    private Clinic(String url, String token) {
        this.url = url;
        this.admin = Map.of("Authorization", "Bearer " + token);
        this.patient =
                adds(
                        "/members",
                        Map.of("kind", "human", "displayName", "Pat", "phone", "+14155550178"));
    }

    static Clinic in(RunningSystem system) {
        var subject = "admin." + UUID.randomUUID();
        var said = system.chats("workspace", "create", "--name", "Clinic", "--admin", subject);
        var workspace = found("Workspace: +(\\S+)", said);
        return new Clinic(
                system.url("apiUrl") + "/api/v2/w/" + workspace, found("Token: +(\\S+)", said));
    }

    /** New phone numbers of which each may send one text a second: their ids. */
    List<String> numbers(int count) {
        var first = ThreadLocalRandom.current().nextInt(2_000_000, 9_000_000);
        return IntStream.range(first, first + count)
                .mapToObj(n ->
                        adds("/phone-numbers", Map.of("e164", "+1415" + n, "label", "No. " + n)))
                .toList();
    }

    /** The chat when its message has an outcome, however long the system takes. */
    JsonNode texts(String number, String text) {
        var id = creates(number, text).path("id").asString();
        return Eventually.within(
                PATIENCE,
                "an outcome",
                () -> finds(id),
                chat -> !OPEN.contains(chat.path("initialMessageStatus").asString()));
    }

    /** Addresses that want nothing more from that number. */
    List<String> optOuts(String number) {
        return Http.get(url + "/opt-outs?senderId=" + number, admin)
                .body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("address").asString())
                .toList();
    }

    /** A change of the patient's telephone. */
    void patientMovesTo(String phone) {
        var reply =
                Http.send(
                        "PUT",
                        url + "/members/" + patient,
                        admin,
                        Json.write(Map.of("phone", phone)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private JsonNode finds(String chat) {
        return Http.get(url + "/chats/" + chat, admin).body();
    }

    private JsonNode creates(String number, String text) {
        return posts(
                "/chats",
                Map.of(
                        "channel", "phone-sms",
                        "memberId", patient,
                        "phoneNumberId", number,
                        "assistantEnabled", false,
                        "initialMessage", text),
                Map.of("Prefer", "respond-async"));
    }

    /** So many texts of each number, for whose outcome nobody waits, as fast as they are taken. */
    void textsFromEach(List<String> numbers, String text, int many) {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var sent =
                    IntStream.range(0, many)
                            .boxed()
                            .flatMap(_ -> numbers.stream())
                            .map(number -> callers.submit(() -> creates(number, text)))
                            .toList();
            callers.shutdown();
            sent.forEach(Clinic::await);
        }
    }

    /** What stands in the workspace's own entry. */
    void sets(String field, Object value) {
        var reply = Http.send("PUT", url, admin, Json.write(Map.of(field, value)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String adds(String path, Map<String, ?> what) {
        return posts(path, what, Map.of()).path("id").asString();
    }

    private JsonNode posts(String path, Map<String, ?> what, Map<String, String> more) {
        var headers = new HashMap<>(admin);
        headers.putAll(more);
        var reply = Http.post(url + path, headers, Json.write(what));
        assertThat(reply.status()).as(path + reply.text()).isBetween(200, 201);
        return reply.body();
    }

    private static String found(String pattern, String said) {
        var found = Pattern.compile(pattern).matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }
}
