package workspace.chats.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instance of a service.
 *
 * @param name its process's: the program's, and for more instances {@code -2}, {@code -3}, ...
 */
record Service(
        String name, int port, App app, List<String> jvmOptions, Map<String, String> environment)
        implements Component {

    /**
     * A busy machine takes minutes over what a free one does in seconds; a dead process is told at
     * once.
     */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    static Service of(Settings settings, Program program, String name, int port) {
        var app = App.of(settings.home(), program);
        return new Service(
                name, port, app, settings.jvmOptions(program), settings.service(program, port));
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Optional<App> program() {
        return Optional.of(app);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void start(Spawn spawn) {
        var process = spawn.start(command(), environment);
        Http.awaitServing(this::serves, process, PATIENCE);
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", app.jar().toString()));
        return command;
    }

    @Override
    public boolean serves() {
        return Http.isOk("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }
}
