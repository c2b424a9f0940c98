package workspace.chats.messaging.settings;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Says {@link CannotStart} in one line, however deep the framework wrapped it. */
final class CannotStartReport implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(CannotStartReport.class);

    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart why) {
                log.error("Cannot start: {}", why.getMessage());
                return true;
            }
        }
        return false;
    }
}
