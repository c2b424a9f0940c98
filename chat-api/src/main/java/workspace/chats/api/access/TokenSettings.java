package workspace.chats.api.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer whose tokens are taken
 * @param keys where the issuer publishes its keys
 * @param audience who a token has to be meant for
 * @param clockSkew how far the issuer's clock may be off
 * @param keysEvery how often an unknown key id may make us fetch the keys, twice in a row at most
 */
@ConfigurationProperties("chats.tokens")
record TokenSettings(
        String issuer,
        URI keys,
        String audience,
        @DefaultValue("10s") Duration clockSkew,
        @DefaultValue("30s") Duration keysEvery) {}
