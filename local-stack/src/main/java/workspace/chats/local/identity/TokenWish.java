package workspace.chats.local.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a test wants to be, good or bad: without a subject the token names nobody, {@code
 * lifeSeconds} (default one hour) may be negative, and {@code key} says how the token is signed.
 */
record TokenWish(
        @Nullable String subject,
        @Nullable Long lifeSeconds,
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable Signature key) {

    Duration life() {
        return lifeSeconds == null ? Duration.ofHours(1) : Duration.ofSeconds(lifeSeconds);
    }

    Signature signature() {
        return key == null ? Signature.VALID : key;
    }

    String issuerOr(String usual) {
        return issuer == null ? usual : issuer;
    }

    String audienceOr(String usual) {
        return audience == null ? usual : audience;
    }
}
