package workspace.chats.api.page;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list that is sorted by time, then rank, then id: the last entry that was read.
 *
 * @param at in whole microseconds, as the database keeps it
 * @param rank tells entries of the same time apart, 0 in lists where only the id does
 */
public record Cursor(Instant at, int rank, UUID id) {

    private static final int LENGTH = Long.BYTES + 1 + 2 * Long.BYTES;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Opaque, and safe in a URL. */
    public String text() {
        var bytes =
                ByteBuffer.allocate(LENGTH)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                        .put((byte) rank)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Nothing for a text that is none of ours; one that somebody made up is just another place. */
    public static Optional<Cursor> in(String text) {
        return decoded(text)
                .filter(bytes -> bytes.length == LENGTH)
                .map(ByteBuffer::wrap)
                .flatMap(bytes -> instant(bytes.getLong()).map(at -> read(at, bytes)));
    }

    private static Cursor read(Instant at, ByteBuffer rest) {
        return new Cursor(at, rest.get(), new UUID(rest.getLong(), rest.getLong()));
    }

    private static Optional<Instant> instant(long micros) {
        return Optional.of(micros)
                .filter(it -> it >= 0 && it <= ChronoUnit.MICROS.between(EARLIEST, LATEST))
                .map(it -> Instant.EPOCH.plus(it, ChronoUnit.MICROS));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
