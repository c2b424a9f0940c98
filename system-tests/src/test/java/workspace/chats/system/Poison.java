package workspace.chats.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A {@code ChatCreated} that was broken.
 *
 * @param how in which of the ways
 * @param mend what an operator says of it to {@code ./chats dlt replay}
 */
record Poison(String how, ProducerRecord<String, byte[]> record, List<String> mend) {

    /** The ways in which events are broken here, one after the other; the details are random. */
    static final class Maker {

        private final Random random;
        private final Path folder;

        Maker(long seed, Path folder) {
            this.random = new Random(seed);
            this.folder = folder;
        }

        /**
         * Breaks them all.
         *
         * @param seals of all of them
         */
        List<Poison> of(List<ConsumerRecord<String, byte[]>> events, List<String> seals) {
            var all = new ArrayList<Poison>();
            for (int i = 0; i < events.size(); i++) {
                var event = new Draft(events.get(i));
                var others = seals.stream().filter(it -> !it.equals(event.json("sealed"))).toList();
                all.add(broken(i, event, any(others)));
            }
            return all;
        }

        private Poison broken(int number, Draft event, String otherSeal) {
            return switch (number % 8) {
                case 0 -> truncated(event);
                case 1 -> ofWrongType(event);
                case 2 -> withoutAField(event);
                case 3 -> sealedForAnother(event, otherSeal);
                case 4 -> ofUnknownVersion(event);
                case 5 -> tooBig(event);
                case 6 -> ofAnotherWorkspace(event);
                default -> withBadHeaders(event);
            };
        }

        private Poison truncated(Draft event) {
            var whole = event.value();
            var cut = whole.substring(0, 1 + random.nextInt(whole.length() - 1));
            return event.broken("truncated", cut, whole(event));
        }

        private Poison ofWrongType(Draft event) {
            var wrong =
                    any(
                            List.of(
                                    Map.entry("channel", "\"pigeon\""),
                                    Map.entry("workspaceId", "17"),
                                    Map.entry("participants", "{\"a\":1}"),
                                    Map.entry("initialMessage.attempt", "\"first\""),
                                    Map.entry("initialMessage.expiresAt", "\"soon\"")));
            return event.broken(
                    "wrong type of " + wrong.getKey(),
                    event.with(wrong.getKey(), wrong.getValue()),
                    List.of("--set", wrong.getKey() + "=" + event.json(wrong.getKey())));
        }

        private Poison withoutAField(Draft event) {
            var field =
                    any(
                            List.of(
                                    "workspaceId",
                                    "chatId",
                                    "channel",
                                    "participants",
                                    "sealed",
                                    "initialMessage.id",
                                    "initialMessage.attempt",
                                    "initialMessage.senderId",
                                    "initialMessage.ratePerSecond",
                                    "initialMessage.expiresAt"));
            return event.broken(
                    "without " + field,
                    event.with(field, null),
                    List.of("--set", field + "=" + event.json(field)));
        }

        private Poison sealedForAnother(Draft event, String otherSeal) {
            var right = event.json("sealed");
            var at = 1 + random.nextInt(right.length() - 8);
            var changed =
                    right.substring(0, at)
                            + (right.charAt(at) == 'A' ? 'B' : 'A')
                            + right.substring(at + 1);
            var wrong = any(List.of(otherSeal, changed, right.substring(0, at) + "\"", "\"\""));
            return event.broken(
                    "wrong seal", event.with("sealed", wrong), List.of("--set", "sealed=" + right));
        }

        private Poison ofUnknownVersion(Draft event) {
            var kind = event.header("ce_type").replaceFirst("\\.v1$", "");
            return event.brokenHeader("ce_type", kind + any(List.of("", ".v2", ".v17")));
        }

        private Poison tooBig(Draft event) {
            var value =
                    any(
                            List.of(
                                    event.with("initialMessage.attempt", "99999999999"),
                                    event.with("initialMessage.attempt", "1" + "0".repeat(5_000)),
                                    event.value()
                                            .replaceFirst(
                                                    "\\{",
                                                    "{\"deep\":"
                                                            + "[".repeat(5_000)
                                                            + "]".repeat(5_000)
                                                            + ","),
                                    "{" + "x".repeat(4_190_000)));
            return event.broken("too big, " + value.length(), value, whole(event));
        }

        private Poison ofAnotherWorkspace(Draft event) {
            var other = UUID.randomUUID().toString();
            return random.nextBoolean()
                    ? event.brokenHeader("workspaceid", other)
                    : event.broken(
                            "another workspace",
                            event.with("workspaceId", "\"" + other + "\""),
                            List.of("--set", "workspaceId=" + event.json("workspaceId")));
        }

        private Poison withBadHeaders(Draft event) {
            var name = any(List.of("ce_id", "ce_type", "ce_time", "ce_subject", "sequence"));
            var wrong = any(Arrays.asList(null, "", "nobody's", "\u0000\u00ff"));
            // an unknown kind of event would be skipped, as it should be
            return event.brokenHeader(name, name.equals("ce_type") ? null : wrong);
        }

        private List<String> whole(Draft event) {
            try {
                var file = Files.createTempFile(folder, "event", ".json");
                Files.writeString(file, event.value());
                return List.of("--mend", file.toString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private <T extends @Nullable Object> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    /** The event as it is right. */
    private record Draft(ConsumerRecord<String, byte[]> record) {

        String value() {
            return new String(record.value(), UTF_8);
        }

        String header(String name) {
            return new String(record.headers().lastHeader(name).value(), UTF_8);
        }

        /** What stands there, as JSON. */
        String json(String path) {
            return Json.write(Json.read(value()).at("/" + path.replace('.', '/')));
        }

        /** The value with another JSON there, or with nothing. */
        String with(String path, @Nullable String json) {
            var root = (ObjectNode) Json.read(value());
            var dot = path.lastIndexOf('.');
            var parent = dot < 0 ? root : (ObjectNode) root.path(path.substring(0, dot));
            var name = path.substring(dot + 1);
            if (json == null) {
                parent.remove(name);
            } else {
                parent.putRawValue(name, new RawValue(json));
            }
            return Json.write(root);
        }

        Poison broken(String how, String value, List<String> mend) {
            return new Poison(how, to(headers(), value), mend);
        }

        Poison brokenHeader(String name, @Nullable String wrong) {
            var headers = headers();
            headers.remove(name);
            if (wrong != null) {
                headers.put(name, wrong);
            }
            return new Poison(
                    name + " wrong",
                    to(headers, value()),
                    List.of("--set-header", name + "=" + header(name)));
        }

        private Map<String, String> headers() {
            var headers = new LinkedHashMap<String, String>();
            record.headers()
                    .forEach(
                            header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            return headers;
        }

        private ProducerRecord<String, byte[]> to(Map<String, String> headers, String value) {
            var broken = new ProducerRecord<>(record.topic(), record.key(), value.getBytes(UTF_8));
            headers.forEach((name, text) -> broken.headers().add(name, text.getBytes(UTF_8)));
            return broken;
        }
    }
}
