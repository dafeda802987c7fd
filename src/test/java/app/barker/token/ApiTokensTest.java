package app.barker.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.signin.OpenSignIns;
import app.barker.signin.Origin;
import app.barker.signin.OwnAccount;
import app.barker.signin.PasswordService;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ApiTokensTest {

    private static final String BETTER = "a purple bone under the sofa";

    @Autowired
    ApiTokens tokens;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordService passwords;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SecurityHistory history;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private Viewer rex;
    private SignedIn me;

    @BeforeEach
    void rexIsLoggedIn() {
        open = new OpenSignIns(signIns, jdbc);
        rex = dog("rex");
        me = open.open(rex, OpenSignIns.OFFICE);
    }

    @Test
    void aTokenStandsForItsOwnerWithItsScopes() {
        String secret = make("ci", Scope.READ, Scope.WRITE);

        Credential found = tokens.find(secret, "203.0.113.9").orElseThrow();

        assertThat(found.kind()).isEqualTo(Credential.Kind.TOKEN);
        assertThat(found.viewer()).isEqualTo(rex);
        assertThat(found.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
        assertThat(found.has(Scope.FOLLOW)).isFalse();
    }

    @Test
    void onlyAHashOfItIsStored() {
        String secret = make("ci", Scope.READ);

        List<String> stored = jdbc.sql(
                        "select name || ' ' || hint || ' ' || secret_hash || ' ' || scopes from api_tokens"
                                + " where account_id = ?")
                .param(rex.id())
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst()).contains(secret.substring(0, 8)).doesNotContain(secret.substring(8));
    }

    @Test
    void itsOwnerSeesWhenAndFromWhereItWasUsedLast() {
        String secret = make("ci", Scope.READ);
        assertThat(tokens.of(me).getFirst().lastUsedAt()).isEmpty();

        tokens.find(secret, "203.0.113.9");

        ApiToken seen = tokens.of(me).getFirst();
        assertThat(seen.lastUsedAt()).isPresent();
        assertThat(seen.lastUsedFrom()).isEqualTo("203.0.113.9");
        assertThat(secret).startsWith(seen.hint());
    }

    @Test
    void makingOneNeedsAFreshProof() {
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> make("ci", Scope.READ));
        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void revokingNeedsNone() {
        make("ci", Scope.READ);
        open.proofIsOld(me);

        tokens.revoke(me, tokens.of(me).getFirst().id());

        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void aRevokedOneOpensNothing() {
        String secret = make("ci", Scope.READ);
        assertThat(tokens.find(secret, "")).isPresent();

        tokens.revoke(me, tokens.of(me).getFirst().id());

        assertThat(tokens.find(secret, "")).isEmpty();
        assertThat(kinds()).contains(SecurityEventKind.TOKEN_MADE, SecurityEventKind.TOKEN_REVOKED);
    }

    @Test
    void nobodyRevokesThatOfAnotherOne() {
        String secret = make("ci", Scope.READ);
        long id = tokens.of(me).getFirst().id();
        SignedIn bella = open.open(dog("bella"), OpenSignIns.PHONE);

        assertThatExceptionOfType(TokenNotFound.class).isThrownBy(() -> tokens.revoke(bella, id));
        assertThatExceptionOfType(TokenNotFound.class).isThrownBy(() -> tokens.revoke(bella, Long.MAX_VALUE));

        assertThat(tokens.find(secret, "")).isPresent();
        assertThat(tokens.of(bella)).isEmpty();
    }

    @Test
    void ofManyWhoRevokeItOneDoes() {
        make("ci", Scope.READ);
        long id = tokens.of(me).getFirst().id();

        List<Boolean> revoked = AtOnce.run(8, number -> {
            try {
                tokens.revoke(me, id);
                return true;
            } catch (TokenNotFound goneAlready) {
                return false;
            }
        });

        assertThat(revoked).containsOnlyOnce(true);
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        String secret = make("ci", Scope.READ);
        Timestamp before = Timestamp.from(Instant.now().minusSeconds(10));
        jdbc.sql("update api_tokens set created_at = ?, expires_at = ? where account_id = ?")
                .params(Timestamp.from(Instant.now().minusSeconds(20)), before, rex.id())
                .update();

        assertThat(tokens.find(secret, "")).isEmpty();
        assertThat(tokens.of(me)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', NAME_EMPTY", "'  ', NAME_EMPTY", "'\u200B', NAME_EMPTY", "'a\u202Eb', NAME_UNREADABLE"})
    void aNameThatCannotBeReadIsRefused(String name, TokenProblem problem) {
        assertThat(refused(new NewToken(name, Set.of(Scope.READ), in(Duration.ofDays(30)))))
                .isEqualTo(problem);
    }

    @Test
    void whatIsTooLongOrTooShortIsRefused() {
        assertThat(refused(new NewToken("a".repeat(61), Set.of(Scope.READ), in(Duration.ofDays(30)))))
                .isEqualTo(TokenProblem.NAME_TOO_LONG);
        assertThat(refused(new NewToken("ci", Set.of(), in(Duration.ofDays(30)))))
                .isEqualTo(TokenProblem.NO_SCOPE);
        assertThat(refused(new NewToken("ci", Set.of(Scope.READ), in(Duration.ofDays(366)))))
                .isEqualTo(TokenProblem.TOO_LONG);
        assertThat(refused(new NewToken("ci", Set.of(Scope.READ), in(Duration.ofSeconds(-1)))))
                .isEqualTo(TokenProblem.TOO_SHORT);
        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void nobodyHasMoreThanOneMayHaveAlsoNotInARace() {
        for (int i = 0; i < 47; i++) {
            make("token " + i, Scope.READ);
        }

        List<ApiTokens.Result> results = AtOnce.run(
                8,
                number -> tokens.make(me, new NewToken("race " + number, Set.of(Scope.READ), in(Duration.ofDays(1)))));

        assertThat(results).filteredOn(ApiTokens.Result.Made.class::isInstance).hasSize(3);
        assertThat(tokens.of(me)).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "brk_", "brk_123", "eyJ", "brk_000000000000000000000000000000000000", "brk_\u0000"})
    void whatLooksLikeNoneIsNotLookedUp(String text) {
        assertThat(TokenText.isOne(text)).isFalse();
        assertThat(tokens.find(text, "")).isEmpty();
    }

    @Test
    void aMistypedOneIsKnownByItsSum() {
        String token = TokenText.draw();
        char last = token.charAt(10);

        assertThat(TokenText.isOne(token)).isTrue();
        assertThat(TokenText.isOne(token.substring(0, 10) + (last == 'x' ? 'y' : 'x') + token.substring(11)))
                .isFalse();
        assertThat(TokenText.isOne(token + "a")).isFalse();
    }

    @Test
    void aNewPasswordKeepsOrEndsThemAsTheirOwnerLikes() {
        String secret = make("ci", Scope.READ);
        assertThat(passwords.otherCredentialsOf(me)).containsExactly("ci");

        passwords.change(me, Dogs.PASSWORD, BETTER, false);
        assertThat(tokens.find(secret, "")).isPresent();

        passwords.change(me, BETTER, Dogs.PASSWORD, true);
        assertThat(tokens.find(secret, "")).isEmpty();
        assertThat(passwords.otherCredentialsOf(me)).isEmpty();
    }

    @Test
    void theyEndWithTheAccountAndWithAResetPassword() {
        String lost = make("lost", Scope.READ);
        String link = passwords.makeLinkFor(rex.username()).orElseThrow();
        passwords.reset(link, BETTER, Origin.NOWHERE);
        assertThat(tokens.find(lost, "")).isEmpty();

        me = open.open(rex, OpenSignIns.OFFICE);
        String last = make("last", Scope.READ);
        ownAccount.close(me, false);
        assertThat(tokens.find(last, "")).isEmpty();
    }

    @Test
    void theOwnerIsToldOnceBeforeOneEnds() {
        tokens.make(me, new NewToken("ci", Set.of(Scope.READ), in(Duration.ofDays(6))));
        tokens.make(me, new NewToken("later", Set.of(Scope.READ), in(Duration.ofDays(30))));

        tokens.announceEnds();
        tokens.announceEnds();

        assertThat(history.untold(rex))
                .filteredOn(event -> event.kind() == SecurityEventKind.TOKEN_ENDS_SOON)
                .extracting(event -> event.detail())
                .containsExactly("ci");
    }

    private String make(String name, Scope... scopes) {
        ApiTokens.Result made = tokens.make(me, new NewToken(name, Set.of(scopes), in(Duration.ofDays(30))));
        return ((ApiTokens.Result.Made) made).secret();
    }

    private TokenProblem refused(NewToken wanted) {
        return ((ApiTokens.Result.Refused) tokens.make(me, wanted)).problem();
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }

    private List<SecurityEventKind> kinds() {
        return jdbc.sql("select kind from security_events where account_id = ?")
                .param(rex.id())
                .query((row, number) -> SecurityEventKind.valueOf(row.getString(1)))
                .list();
    }

    private Viewer dog(String name) {
        return new Dogs(accounts)
                .signUp(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
