package workspace.chats.local.dlt;

import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** How fast letters may leave: at most so many in any second. */
record Rate(double perSecond) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4}(\\.[0-9]{1,3})?)(/s)?");

    Rate {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is above 0");
        }
    }

    /** {@code 20/s}, {@code 0.5/s} or just the number. Throws {@link IllegalArgumentException}. */
    static Rate of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a rate is said like 20/s");
        }
        return new Rate(Double.parseDouble(form.group(1)));
    }

    Pace start() {
        return new Pace((long) (1e9 / perSecond));
    }

    /** One after the other; time that is lost is not made up for. */
    static final class Pace {

        private final long gap;
        private long next = System.nanoTime();

        private Pace(long gap) {
            this.gap = gap;
        }

        /** Returns when the next one may leave. */
        void await() {
            for (long left; (left = next - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(left);
            }
        }

        /** One is gone: the next one waits from now, however long this one took. */
        void gone() {
            next = System.nanoTime() + gap;
        }
    }
}
