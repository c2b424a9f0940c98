package workspace.chats.messaging.relay;

import io.debezium.connector.postgresql.PostgresConnector;
import io.debezium.transforms.outbox.EventRouter;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;
import org.apache.kafka.connect.transforms.predicates.TopicNameMatches;
import workspace.chats.events.EventMeta;

/** How Debezium is set up; every line that differs from its defaults has been paid for. */
final class DebeziumConfiguration {

    /** A header that goes no further than to us. */
    static final String POSITION = "position";

    /** The topics, so to speak, of the relay's own rows. */
    private static final String MARKS = ".*\\." + Marks.TABLE;

    /** So much is read ahead, and so much at most is a batch. */
    private static final int QUEUE_BYTES = 16 * 1024 * 1024;

    private DebeziumConfiguration() {}

    /** Slots are named for the whole server, so the database's name is in it. */
    static String slotName(RelayDatabase database) {
        var name = database.name().toLowerCase(Locale.ROOT);
        return "outbox_" + name.replaceAll("[^a-z0-9_]", "_");
    }

    static Properties of(RelayDatabase database, RelaySettings settings) {
        var config = new Properties();
        engine(config, slotName(database), settings);
        connector(config, database);
        slot(config, database);
        router(config);
        return config;
    }

    private static void engine(Properties config, String name, RelaySettings settings) {
        config.setProperty("name", name);
        // Also the name of its JMX beans: a second engine of that name waits a minute to register.
        config.setProperty("topic.prefix", name);
        config.setProperty("connector.class", PostgresConnector.class.getName());
        // The slot is the position. A stored offset can only disagree with it, and the search for
        // it has lost rows at restarts.
        config.setProperty("offset.storage", MemoryOffsetBackingStore.class.getName());
        // A restart inside the engine would start from such an offset; ours begins with a new one.
        config.setProperty("errors.max.retries", "0");
        config.setProperty("snapshot.mode", "no_data");
        // Twice a floor for the latency: the queue waits that long, and the reader when idle.
        config.setProperty("poll.interval.ms", Long.toString(settings.pollInterval().toMillis()));
        config.setProperty("max.batch.size", "2048");
        config.setProperty("max.queue.size", "8192");
        // Counted alone, those would be gigabytes when they are long e-mails.
        config.setProperty("max.queue.size.in.bytes", Integer.toString(QUEUE_BYTES));
        config.setProperty("record.processing.threads", "1");
        config.setProperty("task.management.timeout.ms", "20000");
    }

    private static void connector(Properties config, RelayDatabase database) {
        config.setProperty("database.hostname", database.host());
        config.setProperty("database.port", Integer.toString(database.port()));
        config.setProperty("database.dbname", database.name());
        config.setProperty("database.user", database.user());
        config.setProperty("database.password", database.password());
        database.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("ssl"))
                .forEach(tls -> config.setProperty("database." + tls.getKey(), tls.getValue()));
    }

    private static void slot(Properties config, RelayDatabase database) {
        config.setProperty("plugin.name", "pgoutput");
        config.setProperty("slot.name", slotName(database));
        config.setProperty("slot.drop.on.stop", "false");
        config.setProperty("slot.max.retries", "0");
        config.setProperty("publication.name", "outbox");
        config.setProperty("publication.autocreate.mode", "disabled");
        config.setProperty("table.include.list", "public.outbox,public." + Marks.TABLE);
        config.setProperty("tombstones.on.delete", "false");
        config.setProperty("status.update.interval.ms", "1000");
    }

    private static void router(Properties config) {
        config.setProperty("transforms", "outbox");
        config.setProperty("transforms.outbox.type", EventRouter.class.getName());
        config.setProperty("transforms.outbox.predicate", "marks");
        config.setProperty("transforms.outbox.negate", "true");
        config.setProperty("predicates", "marks");
        config.setProperty("predicates.marks.type", TopicNameMatches.class.getName());
        config.setProperty("predicates.marks.pattern", MARKS);
        config.setProperty("transforms.outbox.route.by.field", "topic");
        config.setProperty("transforms.outbox.route.topic.replacement", "${routedByValue}");
        config.setProperty("transforms.outbox.table.field.event.key", "aggregateid");
        config.setProperty("transforms.outbox.table.field.event.payload", "payload");
        config.setProperty(
                "transforms.outbox.table.fields.additional.placement",
                String.join(
                        ",",
                        "id:header:" + EventMeta.ID,
                        "type:header:" + EventMeta.TYPE,
                        "source:header:" + EventMeta.SOURCE,
                        "aggregateid:header:" + EventMeta.SUBJECT,
                        "time:header:" + EventMeta.TIME,
                        "workspace_id:header:" + EventMeta.WORKSPACE_ID,
                        "sequence:header:" + EventMeta.SEQUENCE,
                        "position:header:" + POSITION,
                        "traceparent:header:" + EventMeta.TRACEPARENT));
    }
}
