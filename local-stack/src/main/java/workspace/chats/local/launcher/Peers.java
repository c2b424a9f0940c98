package workspace.chats.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import workspace.chats.local.LocalPeers;

/** The pretended outside world: identity provider, Twilio, mail. */
record Peers(PortPlan plan, App app, Map<String, String> environment) implements Component {

    private static final List<Port> HTTP = List.of(Port.IDENTITY, Port.TWILIO_SIM, Port.MAIL);

    @Override
    public String name() {
        return "local-stack";
    }

    @Override
    public List<Integer> ports() {
        return Stream.concat(HTTP.stream(), Stream.of(Port.MAIL_SMTP)).map(plan::of).toList();
    }

    @Override
    public Optional<App> program() {
        return Optional.of(app);
    }

    @Override
    public Duration patience() {
        return Service.PATIENCE;
    }

    @Override
    public void start(Spawn spawn) {
        var process = spawn.start(command(), environment);
        Http.awaitServing(this::serves, process, patience());
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                app.classPath(),
                LocalPeers.class.getName());
    }

    @Override
    public boolean serves() {
        return HTTP.stream().allMatch(port -> Http.isOk(plan.url(port) + "/health"));
    }
}
