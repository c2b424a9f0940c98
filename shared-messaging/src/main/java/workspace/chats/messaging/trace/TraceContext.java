package workspace.chats.messaging.trace;

import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} of the work at hand. It enters with an HTTP request or a received
 * event and leaves with every event appended meanwhile. Bound to the running code, not to a thread
 * pool: nothing to clean up, nothing to leak into the next request.
 */
public final class TraceContext {

    private static final ScopedValue<String> TRACEPARENT = ScopedValue.newInstance();

    private TraceContext() {}

    /** The traceparent of the work at hand, or null when nobody traces it. */
    public static @Nullable String current() {
        return TRACEPARENT.isBound() ? TRACEPARENT.get() : null;
    }

    /** Runs the work as a part of that trace; a null trace leaves the current one as it is. */
    public static void runWith(@Nullable String traceparent, Runnable work) {
        if (traceparent == null) {
            work.run();
        } else {
            ScopedValue.where(TRACEPARENT, traceparent).run(work);
        }
    }

    /** As {@link #runWith}, for work that answers or throws. */
    public static <R extends @Nullable Object, X extends Throwable> R callWith(
            @Nullable String traceparent, ScopedValue.CallableOp<R, X> work) throws X {
        return traceparent == null
                ? work.call()
                : ScopedValue.where(TRACEPARENT, traceparent).call(work);
    }
}
