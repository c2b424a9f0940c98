package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/** Values of many rows as one array parameter each: pgjdbc sends text, PostgreSQL casts it. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] of(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        return rows.stream().map(row -> textOf(column.apply(row))).toArray(String[]::new);
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable String code(@Nullable ReasonCode reason) {
        return reason == null ? null : reason.code();
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
