package workspace.chats.local.launcher;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workspace.chats.local.Ports;

/** The whole of it: what the commands of {@code ./chats} do. */
final class Stack {

    private final Home home;
    private final Settings settings;
    private final Parts parts;
    private final Processes processes;
    private final Starter starter;
    private final Stopper stopper;
    private final StackJson stackJson;
    private final Output output;

    Stack(Settings settings, Processes processes, Output output) {
        this.home = settings.home();
        this.settings = settings;
        this.processes = processes;
        this.output = output;
        parts = Parts.of(settings, processes.all());
        starter = new Starter(home, processes, output);
        stopper = new Stopper(processes, output);
        stackJson = new StackJson(home);
    }

    /** Starts what does not run, and gives out new tokens. */
    void up() {
        var demo = new Demo(settings);
        stopRebuilt();
        PortCheck.of(stopped(), settings.plan());
        PrivateJson.write(home.ports(), settings.plan());
        output.say("Starting PostgreSQL, Kafka, a pretended outside world and the services");
        App.ofLocalStack(home).prepare();
        Parallel.run(starts());
        demo.seed(home, parts.postgres(), Clock.systemUTC());
        stackJson.write(settings, processes.all(), demo.describe());
        new Welcome(settings, output).print(demo);
    }

    /** A service waits for its database only: it bears with a Kafka that comes later. */
    private List<Runnable> starts() {
        var databases = new CompletableFuture<Void>();
        var tasks = new ArrayList<Runnable>();
        tasks.add(() -> {
            starter.start(parts.postgres());
            parts.postgres().bootstrap();
            databases.complete(null);
        });
        tasks.add(() -> {
            starter.start(parts.kafka());
            parts.kafka().bootstrap();
        });
        tasks.add(() -> starter.start(parts.peers()));
        for (Service service : parts.services()) {
            tasks.add(() -> {
                service.app().prepare();
                databases.join();
                starter.start(service);
            });
        }
        return tasks;
    }

    private List<Component> stopped() {
        return parts.all().stream().filter(part -> processes.find(part.name()).isEmpty()).toList();
    }

    /** What has been built anew since it was started. */
    private void stopRebuilt() {
        for (Component part : parts.all()) {
            String build = part.program().map(App::build).orElse("");
            processes
                    .find(part.name())
                    .filter(running -> !running.build().equals(build))
                    .ifPresent(running -> {
                        output.say(part.name() + " was built anew");
                        stopper.stop(running);
                    });
        }
    }

    /** One process, or one more instance of a service on a port of its own. */
    void start(String name, int instance) {
        if (instance == 1) {
            start(parts.find(name));
        } else {
            var program = Program.find(name);
            start(Service.of(settings, program, program.processName(instance), Ports.free()));
        }
    }

    private void start(Component part) {
        if (processes.find(part.name()).isPresent()) {
            throw new CannotDo(part.name() + " runs already");
        }
        PortCheck.of(List.of(part), settings.plan());
        PrivateJson.write(home.ports(), settings.plan());
        part.program().ifPresent(App::prepare);
        starter.start(part);
        stackJson.updateProcesses(processes.all());
    }

    void kill(String name) {
        var running = processes.find(name).orElseThrow(() -> new CannotDo(name + " does not run"));
        stopper.kill(running);
        output.step(name, "killed");
        stackJson.updateProcesses(processes.all());
    }

    boolean status() {
        return new Status(processes, output).print(parts.all());
    }

    String token(String who) {
        return new Demo(settings).token(who);
    }
}
