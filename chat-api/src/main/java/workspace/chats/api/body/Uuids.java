package workspace.chats.api.body;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids as they come in, in their full form; {@link UUID#fromString} would also take {@code
 * 1-1-1-1-1}.
 */
public final class Uuids {

    private static final Pattern FULL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    public static Optional<UUID> parse(String text) {
        return FULL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
