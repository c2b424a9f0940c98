package workspace.chats.messaging.effect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which provider serves which medium. */
final class Providers {

    private final Map<Medium, EffectProvider> byMedium = new EnumMap<>(Medium.class);

    /** Throws {@link IllegalStateException} when two providers serve one medium. */
    Providers(List<EffectProvider> providers) {
        for (var provider : providers) {
            for (var medium : provider.media()) {
                if (byMedium.put(medium, provider) != null) {
                    throw new IllegalStateException("two providers for " + medium);
                }
            }
        }
    }

    boolean serve(Effect effect) {
        return byMedium.containsKey(effect.medium());
    }

    /** Throws {@link IllegalStateException} for a medium that this service does not serve. */
    EffectProvider of(Effect effect) {
        var provider = byMedium.get(effect.medium());
        if (provider == null) {
            throw new IllegalStateException("no provider for " + effect.medium());
        }
        return provider;
    }
}
