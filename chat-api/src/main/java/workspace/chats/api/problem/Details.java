package workspace.chats.api.problem;

import org.springframework.http.HttpStatus;

/** What to say when all that is known is the status. */
final class Details {

    private Details() {}

    static String of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "A valid bearer token is required.";
            case FORBIDDEN -> "You may not do this.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This method is not allowed here; see the Allow header.";
            case CONTENT_TOO_LARGE -> "The body may have at most 1 MiB.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body has to be application/json.";
            case TOO_MANY_REQUESTS -> "Too many requests; wait as long as Retry-After says.";
            case SERVICE_UNAVAILABLE -> "The service cannot answer now; try again soon.";
            default ->
                    status.is5xxServerError()
                            ? "Something went wrong on our side; name the requestId when you ask about it."
                            : "The request cannot be understood.";
        };
    }
}
