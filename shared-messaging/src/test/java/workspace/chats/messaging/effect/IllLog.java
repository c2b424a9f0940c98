package workspace.chats.messaging.effect;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** The log of one class, on a machine without the memory to write to it. */
final class IllLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;

    private IllLog(Logger logger) {
        this.logger = logger;
    }

    static IllLog of(Class<?> writer) {
        var log = new IllLog((Logger) LoggerFactory.getLogger(writer));
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        throw new OutOfMemoryError();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
