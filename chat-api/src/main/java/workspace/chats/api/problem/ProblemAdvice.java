package workspace.chats.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.BadRequestException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The last resort of every controller. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Failures failures = new Failures();
    private final Overload overload;

    ProblemAdvice(Overload overload) {
        this.overload = overload;
    }

    @ExceptionHandler
    void on(Refused refused, HttpServletResponse response) throws IOException {
        refused.retryAfter()
                .ifPresent(wait ->
                        response.setHeader(
                                HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        ProblemWriter.write(response, refused.problem());
    }

    /**
     * The database is away, every connection was busy for too long, or of two that waited for each
     * other this one was ended: nothing was done.
     */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        PessimisticLockingFailureException.class,
        QueryTimeoutException.class
    })
    void onUnavailable(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (Failures.isOverload(failure)) {
            overload.turnAway(response, Failures.comeBackAfter(failure));
        } else {
            unavailable(failure, response);
        }
    }

    /**
     * Who has lost his connection in the middle hears of it while he tries to take back what he has
     * done, so it looks like nothing that is known. When it was lost at the very end, it may have
     * been done; who made the request with a key makes it again and is told.
     */
    @ExceptionHandler({UncategorizedDataAccessException.class, TransactionSystemException.class})
    void onBroken(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (Failures.isLostConnection(failure)) {
            unavailable(failure, response);
        } else {
            on(failure, response);
        }
    }

    /**
     * Something was taken away between the look-up and the write: nothing was written, and the same
     * request, made again, hears what is missing.
     */
    @ExceptionHandler
    void onRefused(DataIntegrityViolationException failure, HttpServletResponse response)
            throws IOException {
        if (Failures.isVanishedReference(failure)) {
            unavailable(failure, response);
        } else {
            on(failure, response);
        }
    }

    /**
     * The client went away, or sent its body in pieces that are none: there is nobody to answer, or
     * Tomcat has already said what there is to say.
     */
    @ExceptionHandler({AsyncRequestNotUsableException.class, BadRequestException.class})
    void onGone() {}

    /**
     * The firewall lets a request in and refuses to show parameters and headers that look wrong.
     */
    @ExceptionHandler(RequestRejectedException.class)
    void onRejected(HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.of(HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler
    void on(Throwable failure, HttpServletResponse response) throws IOException {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            known.getHeaders()
                    .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
            ProblemWriter.write(
                    response, Problem.of(HttpStatus.valueOf(known.getStatusCode().value())));
            return;
        }
        failures.log(failure);
        ProblemWriter.write(response, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private void unavailable(RuntimeException failure, HttpServletResponse response)
            throws IOException {
        failures.log(failure);
        on(new Refused(Problem.of(HttpStatus.SERVICE_UNAVAILABLE), SOON), response);
    }
}
