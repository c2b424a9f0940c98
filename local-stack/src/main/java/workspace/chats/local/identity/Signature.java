package workspace.chats.local.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** How a token is signed: the one right way, and the wrong ones that a service must see through. */
enum Signature {
    @JsonProperty("valid")
    VALID {
        @Override
        String sign(JWTClaimsSet claims, RSAKey key) {
            return rs256(claims, key, key.getKeyID());
        }
    },
    /** By a key that was never published, under its own id. */
    @JsonProperty("unknown")
    UNKNOWN {
        @Override
        String sign(JWTClaimsSet claims, RSAKey key) {
            var stranger = SigningKey.generate();
            return rs256(claims, stranger, stranger.getKeyID());
        }
    },
    /** By another key, under the id of the published one. */
    @JsonProperty("forged")
    FORGED {
        @Override
        String sign(JWTClaimsSet claims, RSAKey key) {
            return rs256(claims, SigningKey.generate(), key.getKeyID());
        }
    },
    /** Not at all (algorithm "none"). */
    @JsonProperty("none")
    NONE {
        @Override
        String sign(JWTClaimsSet claims, RSAKey key) {
            return new PlainJWT(claims).serialize();
        }
    },
    /** By HMAC with the public key as its secret, which everybody knows. */
    @JsonProperty("hmac")
    HMAC {
        @Override
        String sign(JWTClaimsSet claims, RSAKey key) {
            return hs256(claims, key);
        }
    };

    abstract String sign(JWTClaimsSet claims, RSAKey key);

    private static String rs256(JWTClaimsSet claims, RSAKey key, String keyId) {
        try {
            return signed(claims, JWSAlgorithm.RS256, keyId, new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hs256(JWTClaimsSet claims, RSAKey key) {
        try {
            var secret = key.toRSAPublicKey().getEncoded();
            return signed(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId).build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
