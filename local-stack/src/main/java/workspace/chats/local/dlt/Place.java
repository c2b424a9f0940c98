package workspace.chats.local.dlt;

import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a letter lies, which is its name too: {@code topic-partition@offset}, as the services' logs
 * write it.
 */
record Place(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(.{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    static Place of(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** Throws {@link IllegalArgumentException} when it is not of that form. */
    static Place of(String name) {
        var parts = FORM.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a letter is named TOPIC-PARTITION@OFFSET");
        }
        return new Place(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
