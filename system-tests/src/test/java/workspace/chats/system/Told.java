package workspace.chats.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import workspace.chats.client.ApiException;
import workspace.chats.client.ApiResponse;
import workspace.chats.client.model.Problem;

/**
 * What a call of the generated client came to.
 *
 * @param <T> what it is answered with when it is not refused
 */
sealed interface Told<T> {

    int status();

    HttpHeaders headers();

    record Done<T>(int status, HttpHeaders headers, T body) implements Told<T> {}

    /** {@code text} is the problem as it was sent. */
    record Refused<T>(int status, HttpHeaders headers, Problem problem, String text)
            implements Told<T> {}

    /** A call that is about to be made. */
    interface Call<T> {
        ApiResponse<T> send() throws ApiException;
    }

    /**
     * Makes the call.
     *
     * @throws UncheckedIOException when the line broke
     */
    static <T> Told<T> by(Call<T> call) {
        try {
            var answer = call.send();
            return new Done<>(
                    answer.getStatusCode(),
                    HttpHeaders.of(answer.getHeaders(), (name, value) -> true),
                    answer.getData());
        } catch (ApiException refused) {
            return refusal(refused);
        }
    }

    private static <T> Told<T> refusal(ApiException refused) {
        var cause = refused.getCause();
        if (cause instanceof IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (cause != null) {
            throw new AssertionError(cause);
        }
        var text = refused.getResponseBody();
        return new Refused<>(
                refused.getCode(),
                refused.getResponseHeaders(),
                Gateway.JSON.readValue(text, Problem.class),
                text);
    }

    default String header(String name) {
        return headers().firstValue(name).orElse("");
    }

    /** For calls that must not be refused. */
    default T done() {
        return switch (this) {
            case Done<T> done -> done.body();
            case Refused<T> refused ->
                    throw new AssertionError("refused: " + refused.status() + refused.text());
        };
    }

    /** For calls that must be. */
    default Refused<T> refused() {
        return switch (this) {
            case Done<T> done -> throw new AssertionError("not refused: " + done.status());
            case Refused<T> refused -> refused;
        };
    }
}
