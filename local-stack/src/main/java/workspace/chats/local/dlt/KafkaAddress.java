package workspace.chats.local.dlt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where a Kafka answers, and what its clients must know to be let in.
 *
 * @param more such as {@code security.protocol}; nothing for a Kafka that asks for nothing
 */
public record KafkaAddress(String bootstrap, Map<String, String> more) {

    public KafkaAddress {
        more = Map.copyOf(more);
    }

    public static KafkaAddress open(String bootstrap) {
        return new KafkaAddress(bootstrap, Map.of());
    }

    /**
     * With the settings of a properties file, as Kafka's own tools take it for {@code
     * --command-config}. Throws {@link CommandFailed} when it cannot be read.
     */
    public static KafkaAddress secured(String bootstrap, Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandFailed("KAFKA_CLIENT_CONFIG cannot be read: " + file);
        }
        var more = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(it -> more.put(it, properties.getProperty(it)));
        return new KafkaAddress(bootstrap, more);
    }

    /** A client's settings; {@code ours} win over the file's. */
    Map<String, Object> settings(Map<String, Object> ours) {
        var all = new HashMap<String, Object>(more);
        all.putAll(ours);
        all.put("bootstrap.servers", bootstrap);
        return all;
    }

    /** The settings hold passwords. */
    @Override
    public String toString() {
        return bootstrap;
    }
}
