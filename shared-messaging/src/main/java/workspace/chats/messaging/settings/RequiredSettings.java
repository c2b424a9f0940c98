package workspace.chats.messaging.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Stops a service that was not told what it needs, before it does anything else: each name in
 * {@code workspace.required-settings} must have a value.
 */
final class RequiredSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Bindable<List<String>> NAMES = Bindable.listOf(String.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var missing = missing(context.getEnvironment());
        if (!missing.isEmpty()) {
            throw new CannotStart("not set: " + String.join(", ", missing));
        }
    }

    static List<String> missing(Environment environment) {
        return Binder.get(environment)
                .bind("workspace.required-settings", NAMES)
                .orElse(List.of())
                .stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
    }

    /** Last, so that whoever sets properties in another initializer has done so. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
