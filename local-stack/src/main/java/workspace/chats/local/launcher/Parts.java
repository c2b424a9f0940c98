package workspace.chats.local.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workspace.chats.local.KafkaServer;
import workspace.chats.local.PostgresServer;

/** All that one stack is made of. */
record Parts(Postgres postgres, Kafka kafka, Peers peers, List<Service> services) {

    /** The usual ones, and further instances of services that run. */
    static Parts of(Settings settings, List<Running> running) {
        var home = settings.home();
        var app = App.ofLocalStack(home);
        var plan = settings.plan();
        var secrets = settings.secrets();
        var postgres =
                new PostgresServer(
                        home.data("postgres"),
                        plan.of(Port.POSTGRES),
                        secrets.postgresPassword(),
                        List.of(PostgresServer.LIMITED_LOG));
        var kafka =
                new KafkaServer(
                        home.data("kafka"),
                        plan.of(Port.KAFKA),
                        plan.of(Port.KAFKA_CONTROLLER),
                        app.classPath(),
                        settings.jvmOptionsOfKafka());
        return new Parts(
                new Postgres(postgres, secrets.databasePassword()),
                new Kafka(kafka, app),
                new Peers(plan, app, settings.peers()),
                services(settings, running));
    }

    private static List<Service> services(Settings settings, List<Running> running) {
        var services = new ArrayList<Service>();
        for (Program program : Program.values()) {
            int port = settings.plan().of(program.port());
            services.add(Service.of(settings, program, program.processName(), port));
            running.stream()
                    .filter(one -> program.isFurtherInstance(one.name()))
                    .map(one -> Service.of(settings, program, one.name(), one.port()))
                    .forEach(services::add);
        }
        return services;
    }

    List<Component> engines() {
        return List.of(postgres, kafka, peers);
    }

    List<Component> all() {
        return Stream.concat(engines().stream(), services.stream()).toList();
    }

    /** Throws {@link CannotDo} when nothing has that name. */
    Component find(String name) {
        return all().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private CannotDo unknown(String name) {
        String names = all().stream().map(Component::name).collect(Collectors.joining(", "));
        return new CannotDo("Nothing is called " + name + "; there are " + names);
    }
}
