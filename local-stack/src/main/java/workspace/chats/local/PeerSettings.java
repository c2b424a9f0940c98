package workspace.chats.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pretended peers are told by their environment. */
record PeerSettings(Map<String, String> environment) {

    static final String IDENTITY_PORT = "IDENTITY_PORT";
    static final String TWILIO_SIM_PORT = "TWILIO_SIM_PORT";
    static final String MAIL_PORT = "MAIL_PORT";
    static final String MAIL_SMTP_PORT = "MAIL_SMTP_PORT";

    private static final Map<String, String> DEFAULTS =
            Map.of(
                    IDENTITY_PORT,
                    "8090",
                    TWILIO_SIM_PORT,
                    "8091",
                    MAIL_PORT,
                    "8092",
                    MAIL_SMTP_PORT,
                    "8025",
                    "OIDC_AUDIENCE",
                    "workspace-chats",
                    "LOCAL_STACK_ADDRESS",
                    "127.0.0.1");

    /** Throws {@link SettingsMissing} before anything is started. */
    PeerSettings {
        var missing =
                Stream.of("LOCAL_STACK_HOME", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")
                        .filter(name -> environment.getOrDefault(name, "").isEmpty())
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }

    Path home() {
        return Path.of(text("LOCAL_STACK_HOME"));
    }

    /** Where the HTTP peers listen; the mail server stays on 127.0.0.1. */
    InetAddress address() {
        return InetAddress.ofLiteral(text("LOCAL_STACK_ADDRESS"));
    }

    int port(String name) {
        return Integer.parseInt(text(name));
    }

    String issuer() {
        var usual = "http://127.0.0.1:" + port(IDENTITY_PORT);
        return environment.getOrDefault("OIDC_ISSUER_URI", usual);
    }

    /** An optional setting with a default, or a required one. */
    String text(String name) {
        var usual = DEFAULTS.getOrDefault(name, "");
        return environment.getOrDefault(name, usual);
    }
}
