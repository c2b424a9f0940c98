package workspace.chats.local.launcher;

import java.util.Locale;

/** What a person sees when everything runs. */
final class Welcome {

    private final Settings settings;
    private final Output output;

    Welcome(Settings settings, Output output) {
        this.settings = settings;
        this.output = output;
    }

    void print(Demo demo) {
        var plan = settings.plan();
        String chats = plan.url(Port.CHAT_API) + "/api/v2/w/" + demo.workspaceId() + "/chats";
        output.say(
                String.format(Locale.ROOT, "Everything runs, after %.1f s.%n", output.seconds()));
        line("API", chats);
        line("Twilio", plan.url(Port.TWILIO_SIM) + "/_sim/journal   what phones received");
        line("Mail", plan.url(Port.MAIL) + "/messages");
        line("Identity", plan.url(Port.IDENTITY));
        line(
                "PostgreSQL, Kafka",
                "127.0.0.1:%d, 127.0.0.1:%d"
                        .formatted(plan.of(Port.POSTGRES), plan.of(Port.KAFKA)));
        line("For tools", settings.home().stackJson() + "   all of this, all ids and tokens");
        output.say("\nBearer tokens for 24 hours (./chats token NAME makes more):");
        for (String who : new String[] {"admin", "operator", "member"}) {
            line(who, demo.token(who));
        }
        output.say("\nTry it:\n" + curl(chats) + "\n");
    }

    private void line(String name, String value) {
        output.say("  %-18s %s".formatted(name, value));
    }

    private static String curl(String chats) {
        return """
          curl -s %s \\
            -H "Authorization: Bearer $(./chats token operator)" \\
            -H 'Content-Type: application/json' \\
            -d '{"channel":"web-chat","title":"Hello"}'\
        """
                .formatted(chats);
    }
}
