package workspace.chats.local.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import workspace.chats.local.KafkaServer;

/** The environment of the stack's processes. What the shell says wins over what the stack says. */
record Settings(Home home, PortPlan plan, Secrets secrets, Map<String, String> shell) {

    static final String AUDIENCE = "workspace-chats";

    private static final String TWILIO_BASE_URL = "TWILIO_BASE_URL";
    private static final String TWILIO_ACCOUNT_SID = "TWILIO_ACCOUNT_SID";
    private static final String TWILIO_AUTH_TOKEN = "TWILIO_AUTH_TOKEN";

    /** Twilio's own tools have these names too. */
    private static final Set<String> TWILIO_ACCOUNT = Set.of(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);

    /** What {@code JVM_OPTIONS} replaces, or {@code CHAT_API_JVM_OPTIONS} for one of them. */
    private static final String USUAL_JVM_OPTIONS = KafkaServer.FAST_START;

    private static final String DATABASE_URL = "DATABASE_URL";
    private static final String JVM_OPTIONS = "JVM_OPTIONS";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Each is a process of PostgreSQL's; the pool still grows to its size when there is work. */
    private static final String IDLE_CONNECTIONS = "2";

    /** One member alone may load the stack as much as it bears. */
    private static final Map<String, String> LIMITS_NOBODY_MEETS =
            Map.of(
                    "CHATS_LIMITS_MEMBER", "10000",
                    "CHATS_LIMITS_WORKSPACE", "10000",
                    "CHATS_LIMITS_PER", "1s");

    private static final Map<String, String> BUDGETS_NOBODY_MEETS =
            Map.of(
                    "WORKSPACE_EFFECTS_TEXTSPERHOUR", "1000000",
                    "WORKSPACE_EFFECTS_CALLSPERHOUR", "1000000");

    /** Of the pretended outside world. */
    Map<String, String> peers() {
        var all = new HashMap<>(oidc());
        for (Port port : Port.values()) {
            all.put(port.variable(), Integer.toString(plan.of(port)));
        }
        all.put("LOCAL_STACK_HOME", home.data("local-stack").toString());
        all.put(TWILIO_ACCOUNT_SID, secrets.twilioAccountSid());
        all.put(TWILIO_AUTH_TOKEN, secrets.twilioAuthToken());
        return all;
    }

    /** Throws {@link CannotDo} when the shell names one database, as some commands want it. */
    void refuseOneDatabase() {
        if (shell.containsKey(DATABASE_URL)) {
            throw new CannotDo(
                    "DATABASE_URL would put all services into one database; unset it, or set"
                            + " CHAT_API_DATABASE_URL for chat-api's alone");
        }
    }

    /** Of one service that listens on that port. */
    Map<String, String> service(Program program, int port) {
        var all = new HashMap<>(database(program.database()));
        all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + plan.of(Port.KAFKA));
        switch (program) {
            case CHAT_API -> {
                all.putAll(oidc());
                all.putAll(LIMITS_NOBODY_MEETS);
            }
            case ASSIGNMENT_SERVICE -> {}
            case CHANNEL_DISPATCHER -> {
                all.putAll(twilio());
                all.putAll(smtp());
                all.putAll(BUDGETS_NOBODY_MEETS);
            }
            case VOICE_CALLER -> {
                all.putAll(twilio());
                all.putAll(BUDGETS_NOBODY_MEETS);
            }
        }
        if (program != Program.ASSIGNMENT_SERVICE) {
            all.put("SEALING_KEYSET_FILE", home.keyset().toString());
        }
        all.put("SPRING_DATASOURCE_HIKARI_MINIMUMIDLE", IDLE_CONNECTIONS);
        all.replaceAll((name, value) -> fromShell(program, name, value));
        all.put("SERVER_PORT", Integer.toString(port));
        return all;
    }

    List<String> jvmOptions(Program program) {
        return jvmOptions(program.name());
    }

    List<String> jvmOptionsOfKafka() {
        return jvmOptions("KAFKA");
    }

    private List<String> jvmOptions(String process) {
        return SPACES.splitAsStream(fromShell(process, JVM_OPTIONS, USUAL_JVM_OPTIONS))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** {@code CHAT_API_X} is X for that process only, {@code X} for all. */
    private String fromShell(Program program, String name, String value) {
        return isMeantForOthers(program, name)
                ? shell.getOrDefault(program.name() + "_" + name, value)
                : fromShell(program.name(), name, value);
    }

    /** One database is one service's, and the simulator knows one account only. */
    private boolean isMeantForOthers(Program program, String name) {
        return name.equals(DATABASE_URL)
                || (TWILIO_ACCOUNT.contains(name) && callsTheSimulator(program));
    }

    private boolean callsTheSimulator(Program program) {
        var simulator = plan.url(Port.TWILIO_SIM);
        return fromShell(program.name(), TWILIO_BASE_URL, simulator).equals(simulator);
    }

    private String fromShell(String process, String name, String value) {
        String own = shell.get(process + "_" + name);
        return own != null ? own : shell.getOrDefault(name, value);
    }

    /** Of all tokens, as chat-api expects it. */
    String issuer() {
        return fromShell(Program.CHAT_API.name(), "OIDC_ISSUER_URI", plan.url(Port.IDENTITY));
    }

    /** Of all tokens, as chat-api expects it. */
    String audience() {
        return fromShell(Program.CHAT_API.name(), "OIDC_AUDIENCE", AUDIENCE);
    }

    private Map<String, String> oidc() {
        return Map.of(
                "OIDC_ISSUER_URI",
                issuer(),
                "OIDC_JWKS_URI",
                plan.url(Port.IDENTITY) + "/jwks.json",
                "OIDC_AUDIENCE",
                audience());
    }

    private Map<String, String> twilio() {
        return Map.of(
                TWILIO_BASE_URL, plan.url(Port.TWILIO_SIM),
                TWILIO_ACCOUNT_SID, secrets.twilioAccountSid(),
                TWILIO_AUTH_TOKEN, secrets.twilioAuthToken());
    }

    private Map<String, String> smtp() {
        return Map.of(
                "SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(plan.of(Port.MAIL_SMTP)));
    }

    private Map<String, String> database(String name) {
        return Map.of(
                DATABASE_URL,
                "jdbc:postgresql://127.0.0.1:" + plan.of(Port.POSTGRES) + "/" + name,
                "DATABASE_USER",
                name + "_app",
                "DATABASE_PASSWORD",
                secrets.databasePassword(),
                "DATABASE_OWNER_USER",
                name + "_owner",
                "DATABASE_OWNER_PASSWORD",
                secrets.databasePassword(),
                "DATABASE_RELAY_USER",
                name + "_relay",
                "DATABASE_RELAY_PASSWORD",
                secrets.databasePassword());
    }
}
