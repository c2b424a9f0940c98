package workspace.chats.dispatch;

import org.springframework.test.context.DynamicPropertyRegistry;
import workspace.chats.messaging.testing.Engines;

/**
 * What the service is told by its environment, with engines that are real and a provider that is
 * not.
 */
public final class Settings {

    private Settings() {}

    public static void register(DynamicPropertyRegistry registry, String twilioUrl, int smtpPort) {
        Engines.registerFor(registry, "dispatch");
        registry.add("TWILIO_BASE_URL", () -> twilioUrl);
        registry.add("TWILIO_ACCOUNT_SID", () -> "ACtest");
        registry.add("TWILIO_AUTH_TOKEN", () -> "secret");
        registry.add("SMTP_HOST", () -> "127.0.0.1");
        registry.add("SMTP_PORT", () -> smtpPort);
    }
}
