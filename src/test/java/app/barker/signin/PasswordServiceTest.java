package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.PasswordProblem;
import app.barker.account.Person;
import app.barker.account.Viewer;
import app.barker.shared.Secret;
import app.barker.signin.PasswordService.Result;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PasswordServiceTest {

    private static final String BETTER = "a purple bone under the sofa";

    @Autowired
    AccountService accounts;

    @Autowired
    PasswordService passwords;

    @Autowired
    SecurityHistory history;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private Viewer rex;

    @BeforeEach
    void rexHasSignedUp() {
        open = new OpenSignIns(signIns, jdbc);
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void aNewPasswordEndsEveryOtherSessionAndKeepsThisOne() {
        SignedIn here = open.open(rex, OpenSignIns.OFFICE);
        SignedIn there = open.open(rex, OpenSignIns.PHONE);

        assertThat(passwords.change(here, Dogs.PASSWORD, BETTER, false)).isEqualTo(new Result.Changed(1));

        assertThat(open.isOpen(here)).isTrue();
        assertThat(open.endOf(there)).isEqualTo("PASSWORD_CHANGED");
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isEmpty();
        assertThat(accounts.authenticate(rex.username(), BETTER).viewer()).isPresent();
        assertThat(kinds(rex)).contains(SecurityEventKind.PASSWORD_CHANGED);
    }

    @Test
    void whoDoesNotKnowTheCurrentOneChangesNothing() {
        SignedIn here = open.open(rex, OpenSignIns.OFFICE);
        SignedIn there = open.open(rex, OpenSignIns.PHONE);

        assertThat(passwords.change(here, "wrong", BETTER, false)).isEqualTo(new Result.WrongPassword());
        assertThat(passwords.change(here, "", BETTER, false)).isEqualTo(new Result.WrongPassword());

        assertThat(open.isOpen(there)).isTrue();
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();
    }

    @Test
    void guessingTheCurrentOneIsSlowedLikeALogIn() {
        SignedIn here = open.open(rex, OpenSignIns.OFFICE);

        List<Result> guesses = AtOnce.run(20, number -> passwords.change(here, "guess " + number, BETTER, false));

        assertThat(guesses).contains(new Result.Wait());
        assertThat(passwords.change(here, Dogs.PASSWORD, BETTER, false))
                .as("the right one has to wait too")
                .isEqualTo(new Result.Wait());
    }

    @Test
    void aWeakOneIsRefusedAndNothingEnds() {
        SignedIn here = open.open(rex, OpenSignIns.OFFICE);
        SignedIn there = open.open(rex, OpenSignIns.PHONE);

        assertThat(passwords.change(here, Dogs.PASSWORD, "short", false))
                .isEqualTo(new Result.NotGoodEnough(PasswordProblem.TOO_SHORT));
        assertThat(passwords.change(here, Dogs.PASSWORD, "", false))
                .isEqualTo(new Result.NotGoodEnough(PasswordProblem.MISSING));

        assertThat(open.isOpen(there)).isTrue();
    }

    @Test
    void aLinkWorksOnceAndEndsEverySession() {
        SignedIn here = open.open(rex, OpenSignIns.OFFICE);
        String secret = passwords.makeLinkFor(rex.username()).orElseThrow();

        assertThat(passwords.personWithLink(secret)).contains(new Person(rex.id(), rex.username()));
        assertThat(passwords.reset(secret, BETTER, OpenSignIns.PHONE)).isEqualTo(new Result.Changed(1));

        assertThat(open.endOf(here)).isEqualTo("PASSWORD_RESET");
        assertThat(accounts.authenticate(rex.username(), BETTER).viewer()).isPresent();
        assertThat(passwords.reset(secret, "another bone in the garden", OpenSignIns.PHONE))
                .isEqualTo(new Result.LinkGone());
        assertThat(passwords.personWithLink(secret)).isEmpty();
        assertThat(history.untold(rex))
                .extracting(SecurityEvent::kind)
                .containsExactly(SecurityEventKind.PASSWORD_RESET, SecurityEventKind.RESET_LINK_MADE);
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneChoosesThePassword() {
        String secret = passwords.makeLinkFor(rex.username()).orElseThrow();

        List<Result> results = AtOnce.run(
                4, number -> passwords.reset(secret, "bone number " + number + " in the garden", OpenSignIns.PHONE));

        assertThat(results).filteredOn(Result.Changed.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.LinkGone.class::isInstance).hasSize(3);
        int chosen = results.indexOf(results.stream()
                .filter(Result.Changed.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(accounts.authenticate(rex.username(), "bone number " + chosen + " in the garden")
                        .viewer())
                .isPresent();
    }

    @Test
    void aWeakPasswordDoesNotUseTheLinkUp() {
        String secret = passwords.makeLinkFor(rex.username()).orElseThrow();

        assertThat(passwords.reset(secret, "short", OpenSignIns.PHONE))
                .isEqualTo(new Result.NotGoodEnough(PasswordProblem.TOO_SHORT));
        assertThat(passwords.reset(secret, BETTER, OpenSignIns.PHONE)).isInstanceOf(Result.Changed.class);
    }

    @Test
    void aLinkDiesAfterAnHourAndByANewerOneAndByANewPassword() {
        String old = passwords.makeLinkFor(rex.username()).orElseThrow();
        jdbc.sql("update one_time_links set expires_at = ? where account_id = ?")
                .params(Timestamp.from(Instant.now().minusSeconds(1)), rex.id())
                .update();
        assertThat(passwords.reset(old, BETTER, OpenSignIns.PHONE)).isEqualTo(new Result.LinkGone());

        String second = passwords.makeLinkFor(rex.username()).orElseThrow();
        String third = passwords.makeLinkFor(rex.username()).orElseThrow();
        assertThat(passwords.reset(second, BETTER, OpenSignIns.PHONE)).isEqualTo(new Result.LinkGone());

        passwords.change(open.open(rex, OpenSignIns.OFFICE), Dogs.PASSWORD, BETTER, false);
        assertThat(passwords.reset(third, BETTER, OpenSignIns.PHONE)).isEqualTo(new Result.LinkGone());
    }

    @Test
    void aLinkLastsAnHourAndIsStoredAsAHashAlone() {
        String secret = passwords.makeLinkFor(rex.username()).orElseThrow();

        assertThat(jdbc.sql("select secret_hash from one_time_links where account_id = ?")
                        .param(rex.id())
                        .query(String.class)
                        .single())
                .doesNotContain(secret)
                .isEqualTo(Secret.hash(secret));
        assertThat(jdbc.sql("select expires_at from one_time_links where account_id = ?")
                        .param(rex.id())
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
    }

    @Test
    void guessingLinksIsSlowed() {
        Origin guesser = new Origin("192.0.2." + (1 + Math.floorMod(rex.id(), 250)), "curl", "");

        List<Result> guesses = AtOnce.run(20, number -> passwords.reset("guess" + number, BETTER, guesser));

        assertThat(guesses).contains(new Result.Wait());
        assertThat(guesses).filteredOn(Result.LinkGone.class::isInstance).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void nobodyGetsALinkForANameThatIsNobodys() {
        assertThat(passwords.makeLinkFor("nobody-" + UUID.randomUUID())).isEmpty();
        assertThat(passwords.makeLinkFor("'; drop table users; --")).isEmpty();
        assertThat(passwords.personWithLink("")).isEqualTo(Optional.empty());
    }

    private List<SecurityEventKind> kinds(Viewer person) {
        return history.of(person, Long.MAX_VALUE).stream()
                .map(SecurityEvent::kind)
                .toList();
    }
}
