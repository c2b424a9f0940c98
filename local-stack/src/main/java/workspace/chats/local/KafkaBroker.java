package workspace.chats.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The process that {@link KafkaServer} starts. Arguments: folder, port, controller port. */
final class KafkaBroker {

    private static final String SETTINGS = "/kafka/broker.properties";

    private KafkaBroker() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        var server = new KafkaRaftServer(config(data, args[1], args[2]), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path data) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static KafkaConfig config(Path data, String port, String controllerPort)
            throws Exception {
        var settings = new Properties();
        try (var file = KafkaBroker.class.getResourceAsStream(SETTINGS)) {
            settings.load(file);
        }
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        settings.put("log.dirs", data.toString());
        settings.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return KafkaConfig.fromProps(settings);
    }
}
