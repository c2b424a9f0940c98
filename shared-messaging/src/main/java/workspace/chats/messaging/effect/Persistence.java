package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Does it again while the database is away; every other failure is the caller's. */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    <T> T persist(Supplier<T> write) throws InterruptedException {
        for (var attempts = 1; ; attempts++) {
            try {
                return write.get();
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | NonTransientDataAccessResourceException
                    | TransactionException away) {
                say(attempts, away);
                Thread.sleep(BETWEEN);
            }
        }
    }

    private static void say(int attempts, RuntimeException away) {
        if (attempts == 1) {
            log.warn("the database is away: {}", away.getClass().getName());
        }
    }
}
