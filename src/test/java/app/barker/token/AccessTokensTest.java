package app.barker.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.signin.OpenSignIns;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@DatabaseTest
class AccessTokensTest {

    @Autowired
    AccessTokens accessTokens;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SigningKeys keys;

    @Autowired
    EndedParents ended;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    BarkService barks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CountedStatements statements;

    private OpenSignIns open;
    private Viewer rex;
    private SignedIn me;
    private Credential token;

    @BeforeEach
    void rexHasAToken() {
        open = new OpenSignIns(signIns, jdbc);
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        me = open.open(rex, OpenSignIns.OFFICE);
        var made = (ApiTokens.Result.Made) tokens.make(
                me,
                new NewToken(
                        "ci", Set.of(Scope.READ, Scope.WRITE), Instant.now().plus(Duration.ofDays(30))));
        token = tokens.find(made.secret(), "").orElseThrow();
    }

    @AfterEach
    void nobodyAsks() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void oneIsBelievedWithoutTheDatabase() {
        String jwt = accessTokens.issue(token, EnumSet.allOf(Scope.class)).jwt();

        Credential found = accessTokens.find(jwt).orElseThrow();

        assertThat(statements.during(() -> accessTokens.find(jwt))).isZero();
        assertThat(found.kind()).isEqualTo(Credential.Kind.JWT);
        assertThat(found.viewer().id()).isEqualTo(rex.id());
        assertThat(found.viewer().username()).isEqualTo(rex.username());
        assertThat(found.parent()).isEqualTo(token.parent());
        assertThat(Duration.between(Instant.now(), found.expiresAt())).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void itHasNoRightThatItsParentLacks() {
        AccessTokens.Issued all = accessTokens.issue(token, EnumSet.allOf(Scope.class));
        AccessTokens.Issued few = accessTokens.issue(token, Set.of(Scope.READ, Scope.FOLLOW));

        assertThat(accessTokens.find(all.jwt()).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
        assertThat(accessTokens.find(few.jwt()).orElseThrow().scopes()).containsExactly(Scope.READ);
    }

    @Test
    void itDoesNotOutliveItsParent() {
        Instant soon = Instant.now().plusSeconds(30);
        Credential shortLived = new Credential(token.kind(), rex, token.parent(), token.scopes(), soon);

        assertThat(accessTokens.issue(shortLived, Set.of(Scope.READ)).expiresAt())
                .isEqualTo(soon);
    }

    @Test
    void itEndsWithItsParentForReads() {
        String jwt = accessTokens.issue(token, Set.of(Scope.READ)).jwt();
        assertThat(accessTokens.find(jwt)).isPresent();

        tokens.revoke(me, token.parent().id());

        assertThat(accessTokens.find(jwt)).isEmpty();
    }

    @Test
    void oneOfALogInEndsWithThatAndNeedsAFreshOne() {
        Credential cookie = Credential.cookie(me, Instant.now().plusSeconds(3600));
        String jwt = accessTokens.issue(cookie, EnumSet.allOf(Scope.class)).jwt();
        SignedIn other = open.open(rex, OpenSignIns.PHONE);
        assertThat(accessTokens.find(jwt)).isPresent();

        signIns.revoke(other, me.signInId());
        assertThat(accessTokens.find(jwt)).isEmpty();

        open.proofIsOld(other);
        Credential old = Credential.cookie(other, Instant.now().plusSeconds(3600));
        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> accessTokens.issue(old, Set.of(Scope.READ)));
    }

    @Test
    void whatEndedOnAnotherNodeIsLearned() {
        String jwt = accessTokens.issue(token, Set.of(Scope.READ)).jwt();
        jdbc.sql("update api_tokens set ended_at = current_timestamp, ended_why = 'REVOKED' where id = ?")
                .param(token.parent().id())
                .update();

        ended.learnFromOthers();

        assertThat(accessTokens.find(jwt)).isEmpty();
    }

    @Test
    void aWriteStopsAtOnceAlsoWhereNobodyHasHeardOfTheEndYet() {
        Credential jwt = accessTokens
                .find(accessTokens.issue(token, Set.of(Scope.WRITE)).jwt())
                .orElseThrow();
        SecurityContextHolder.setContext(new SecurityContextImpl(new CredentialAuthentication(jwt)));
        assertThat(barks.post(rex, bark("still here"))).isPositive();
        jdbc.sql("update api_tokens set ended_at = current_timestamp, ended_why = 'REVOKED' where id = ?")
                .param(token.parent().id())
                .update();

        assertThatExceptionOfType(CredentialOver.class).isThrownBy(() -> barks.post(rex, bark("gone")));
    }

    @Test
    void oneBegetsNoOther() {
        Credential jwt = accessTokens
                .find(accessTokens.issue(token, Set.of(Scope.READ)).jwt())
                .orElseThrow();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> accessTokens.issue(jwt, Set.of(Scope.READ)));
    }

    @Test
    void theForgedTwinOfThisTestIsARightOne() throws Exception {
        assertThat(accessTokens.find(signed(header().build(), claims().build())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "client_id", "scope", "sid", "jti", "iat", "exp", "username"})
    void eachClaimIsNeeded(String claim) throws Exception {
        assertThat(accessTokens.find(
                        signed(header().build(), claims().claim(claim, null).build())))
                .isEmpty();
    }

    @Test
    void wrongClaimsAreRefused() throws Exception {
        Instant now = Instant.now();
        assertRefused(claims().issuer("https://other.example"));
        assertRefused(claims().audience("https://other.example/api/v1"));
        assertRefused(claims().expirationTime(Date.from(now.minusSeconds(1))));
        assertRefused(claims().expirationTime(Date.from(now.plusSeconds(3600))));
        assertRefused(claims().claim("sid", "token:x"));
        assertRefused(claims().claim("sid", "admin:1"));
        assertRefused(claims().subject("rex"));
    }

    @Test
    void headersThatBringKeysAreRefused() throws Exception {
        ECKey key = keys.signing();
        URI elsewhere = URI.create("https://keys.example");
        assertThat(accessTokens.find(signed(header().jwkURL(elsewhere).build(), claims().build())))
                .isEmpty();
        assertThat(accessTokens.find(signed(header().x509CertURL(elsewhere).build(), claims().build())))
                .isEmpty();
        assertThat(accessTokens.find(signed(header().jwk(key.toPublicJWK()).build(), claims().build())))
                .isEmpty();
        assertThat(accessTokens.find(signed(header().type(JOSEObjectType.JWT).build(), claims().build())))
                .isEmpty();
    }

    @Test
    void otherKeysAndOtherWaysToSignAreRefused() throws Exception {
        ECKey stranger =
                new ECKeyGenerator(Curve.P_256).keyID(keys.signing().getKeyID()).generate();
        SignedJWT byStranger = new SignedJWT(header().build(), claims().build());
        byStranger.sign(new ECDSASigner(stranger));
        assertThat(accessTokens.find(byStranger.serialize())).isEmpty();

        // The public key as the secret of a MAC: the oldest trick.
        SignedJWT byMac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(keys.signing().getKeyID())
                        .build(),
                claims().build());
        byMac.sign(new MACSigner(keys.signing().toECPublicKey().getEncoded()));
        assertThat(accessTokens.find(byMac.serialize())).isEmpty();

        assertThat(accessTokens.find(new PlainJWT(claims().build()).serialize()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "....", "\u0000"})
    void garbageIsRefused(String text) {
        assertThat(accessTokens.find(text)).isEmpty();
    }

    @Test
    void thePublishedKeysAreHalves() {
        assertThat(keys.published().getKeys()).isNotEmpty().allMatch(key -> !key.isPrivate());
        assertThat(keys.published().getKeyByKeyId(keys.signing().getKeyID())).isNotNull();
    }

    private void assertRefused(JWTClaimsSet.Builder claims) throws Exception {
        assertThat(accessTokens.find(signed(header().build(), claims.build())))
                .as(claims.build().toString())
                .isEmpty();
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keys.signing().getKeyID());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("barker")
                .audience("barker/api/v1")
                .subject(String.valueOf(rex.id()))
                .claim("client_id", token.parent().asText())
                .claim("username", rex.username())
                .claim("scope", "read")
                .claim("sid", token.parent().asText())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(keys.signing()));
        return jwt.serialize();
    }

    private static NewBark bark(String text) {
        return NewBark.saying(new BarkText(text), UUID.randomUUID());
    }
}
