package app.barker.token;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed access tokens (JWT, in the profile of RFC 9068): whoever holds one is believed without a look at the database, for a few
 * minutes. Its {@code sid} names the parent on which it hangs.
 */
@Service
public class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final String DEFAULT_ISSUER = "barker";
    private static final String USERNAME = "username";
    private static final String SCOPE = "scope";
    private static final String PARENT = "sid";

    /** RFC 9068, 2.2, and the parent. */
    private static final Set<String> REQUIRED =
            Set.of("iss", "aud", "sub", "client_id", SCOPE, PARENT, "jti", "iat", "exp", USERNAME);

    /** Far longer than any that we sign. */
    private static final int LONGEST = 2_000;

    private final SigningKeys keys;
    private final EndedParents ended;
    private final SignIns signIns;
    private final TokenSettings settings;
    private final Clock clock;
    private final String issuer;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokens(SigningKeys keys, EndedParents ended, SignIns signIns, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.ended = ended;
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
        this.issuer = settings.issuer().isEmpty() ? DEFAULT_ISSUER : settings.issuer();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHM, (selector, context) -> selector.select(keys.published())));
        processor.setJWTClaimsSetVerifier(claimsVerifier());
    }

    /**
     * One that was signed just now.
     *
     * @param scopes no more than its parent has
     */
    public record Issued(String jwt, Set<Scope> scopes, Instant expiresAt) {}

    /**
     * Signs one that may do what both its parent and the one who asks want it to. A browser's session is asked for a proof.
     *
     * @throws IllegalArgumentException when the parent is itself an access token
     * @throws ProofNeeded when the password has to be typed again first
     */
    @Transactional
    public Issued issue(Credential parent, Set<Scope> wanted) {
        switch (parent.kind()) {
            case COOKIE ->
                signIns.requireProof(
                        new SignedIn(parent.viewer(), parent.parent().id()));
            case TOKEN -> {}
            case JWT -> throw new IllegalArgumentException("An access token begets none");
        }
        Instant now = clock.instant();
        Instant latest = now.plus(settings.jwtLasts());
        Instant end = latest.isBefore(parent.expiresAt()) ? latest : parent.expiresAt();
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(wanted);
        scopes.retainAll(parent.scopes());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience())
                .subject(String.valueOf(parent.viewer().id()))
                .claim("client_id", parent.parent().asText())
                .claim(USERNAME, parent.viewer().username())
                .claim(SCOPE, Scope.join(scopes))
                .claim(PARENT, parent.parent().asText())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        return new Issued(sign(claims), scopes, end);
    }

    /** Whom one, which may be anything, stands for; empty when it opens nothing (any more). Asks no database. */
    public Optional<Credential> find(String jwt) {
        if (jwt.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(jwt);
            if (bringsKeysOfItsOwn(signed.getHeader())) {
                return Optional.empty();
            }
            return credential(processor.process(signed, null)).filter(each -> !ended.has(each.parent()));
        } catch (ParseException | BadJOSEException | JOSEException | NumberFormatException refused) {
            LOG.debug("An access token was refused", refused);
            return Optional.empty();
        }
    }

    private Optional<Credential> credential(JWTClaimsSet claims) throws ParseException {
        Instant end = claims.getExpirationTime().toInstant();
        // Nobody holds one for longer than we would sign it, whatever it says.
        boolean tooLong =
                claims.getIssueTime().toInstant().plus(settings.jwtLasts()).isBefore(end);
        Viewer viewer = new Viewer(Long.parseLong(claims.getSubject()), claims.getStringClaim(USERNAME), Role.USER);
        return Parent.of(claims.getStringClaim(PARENT))
                .filter(parent -> !tooLong)
                .map(parent -> new Credential(Credential.Kind.JWT, viewer, parent, Scope.split(scopeOf(claims)), end));
    }

    private static String scopeOf(JWTClaimsSet claims) {
        return String.valueOf(claims.getClaim(SCOPE));
    }

    private String audience() {
        return issuer + "/api/v1";
    }

    private String sign(JWTClaimsSet claims) {
        ECKey key = keys.signing();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM)
                        .type(TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    /** RFC 7515 lets a token say where its key is, or bring it along: whoever believes that believes anyone. */
    private static boolean bringsKeysOfItsOwn(JWSHeader header) {
        return header.getJWKURL() != null
                || header.getJWK() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier() {
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audience(), new JWTClaimsSet.Builder().issuer(issuer).build(), REQUIRED) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        // No mercy for clocks: it would be added to its life.
        verifier.setMaxClockSkew(0);
        return verifier;
    }
}
