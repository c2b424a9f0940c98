package workspace.chats.local.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code .local/stack.json}: what tools and tests need to use the running stack. */
final class StackJson {

    private static final String PROCESSES = "processes";
    private static final String GATEWAYS = "gateways";

    private final Home home;

    StackJson(Home home) {
        this.home = home;
    }

    void write(Settings settings, List<Running> processes, Map<String, Object> workspaces) {
        var plan = settings.plan();
        var json = new LinkedHashMap<String, Object>();
        json.put("apiUrl", plan.url(Port.CHAT_API));
        json.put("identityUrl", plan.url(Port.IDENTITY));
        json.put("twilioUrl", plan.url(Port.TWILIO_SIM));
        json.put("smtpHost", "127.0.0.1");
        json.put("smtpPort", plan.of(Port.MAIL_SMTP));
        json.put("mailUrl", plan.url(Port.MAIL));
        json.put("kafkaBootstrap", "127.0.0.1:" + plan.of(Port.KAFKA));
        json.put("jdbcUrls", jdbcUrls(settings));
        json.put(PROCESSES, pids(processes));
        json.put(GATEWAYS, gateways(processes));
        json.put("twilioAuthToken", settings.secrets().twilioAuthToken());
        json.put("workspaces", workspaces);
        PrivateJson.write(home.stackJson(), json);
    }

    /** After a process came or went; does nothing while the stack is not up. */
    void updateProcesses(List<Running> processes) {
        PrivateJson.readMap(home.stackJson(), Object.class)
                .ifPresent(json -> {
                    json.put(PROCESSES, pids(processes));
                    json.put(GATEWAYS, gateways(processes));
                    PrivateJson.write(home.stackJson(), json);
                });
    }

    private static Map<String, Long> pids(List<Running> processes) {
        var pids = new LinkedHashMap<String, Long>();
        processes.forEach(running -> pids.put(running.name(), running.pid()));
        return pids;
    }

    /** The addresses of all instances of the gateway: there may be more than one. */
    private static Map<String, String> gateways(List<Running> processes) {
        var urls = new LinkedHashMap<String, String>();
        processes.stream()
                .filter(one -> Program.CHAT_API.isAnInstance(one.name()))
                .forEach(one -> urls.put(one.name(), "http://127.0.0.1:" + one.port()));
        return urls;
    }

    private static Map<String, String> jdbcUrls(Settings settings) {
        var urls = new LinkedHashMap<String, String>();
        for (Program program : Program.values()) {
            urls.put(
                    program.processName(),
                    "jdbc:postgresql://127.0.0.1:%d/%s?user=chats_reader&password=%s"
                            .formatted(
                                    settings.plan().of(Port.POSTGRES),
                                    program.database(),
                                    settings.secrets().databasePassword()));
        }
        return urls;
    }
}
