package workspace.chats.messaging.effect;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lanes of the senders that this instance serves; as many as there are senders, kept for good.
 */
final class Lanes {

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    Lane of(UUID sender) {
        return lanes.computeIfAbsent(sender, _ -> new Lane());
    }
}
