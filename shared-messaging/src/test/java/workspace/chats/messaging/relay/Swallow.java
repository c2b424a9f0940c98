package workspace.chats.messaging.relay;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * An engine with a fault: of the outbox rows and marks that it reads from the log it loses one in
 * so many, before the relay sees them.
 */
public final class Swallow implements Transformation<SourceRecord> {

    static final Map<UUID, Instant> LOST = new ConcurrentHashMap<>();

    private static final Random RANDOM = new Random(7);

    private static volatile int oneIn;

    /** From now on; 0 for never. */
    static void loseOneIn(int many) {
        oneIn = many;
    }

    /** The relay over such an engine. */
    static Relays relays(RelayDatabase database, RelaySettings settings) {
        var configuration = DebeziumConfiguration.of(database, settings);
        configuration.setProperty("transforms", "swallow,outbox");
        configuration.setProperty("transforms.swallow.type", Swallow.class.getName());
        var slot = DebeziumConfiguration.slotName(database);
        return outlet -> new DebeziumRelay(outlet, slot, configuration);
    }

    @Override
    public @Nullable SourceRecord apply(SourceRecord record) {
        if (oneIn == 0 || RANDOM.nextInt(oneIn) != 0) {
            return record;
        }
        if (record.topic().endsWith(".outbox")) {
            var row = ((Struct) record.value()).getStruct("after");
            LOST.put(UUID.fromString(row.getString("id")), Instant.now());
        }
        return null;
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
