package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.ProfileService;
import app.barker.account.SignUpResult;
import app.barker.account.UsernameProblem;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class OwnAccountTest {

    @Autowired
    OwnAccount account;

    @Autowired
    AccountService accounts;

    @Autowired
    ProfileService profiles;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private String unique;
    private Viewer rex;

    @BeforeEach
    void rexHasSignedUp() {
        open = new OpenSignIns(signIns, jdbc);
        unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
    }

    @Test
    void aNewNameTakesTheAccountAlongAndKeepsTheOldOneFromOthers() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);

        assertThat(account.rename(me, "Rexford-" + unique)).isEmpty();

        assertThat(accounts.authenticate("rexford-" + unique, Dogs.PASSWORD).viewer())
                .isPresent();
        assertThat(accounts.authenticate("rex-" + unique, Dogs.PASSWORD).viewer())
                .isEmpty();
        assertThat(profiles.of(rex).username()).isEqualTo("rexford-" + unique);
        assertThat(accounts.presentNameOf("REX-" + unique)).contains("rexford-" + unique);
        assertThat(accounts.problemWithNewUsername("rex-" + unique)).contains(UsernameProblem.TAKEN);
        assertThat(accounts.signUp("rex-" + unique, Dogs.PASSWORD, "")).isInstanceOf(SignUpResult.Refused.class);

        Viewer bella = new Dogs(accounts).signUp("bella-" + unique);
        assertThat(account.rename(open.open(bella, OpenSignIns.PHONE), "rex-" + unique))
                .contains(UsernameProblem.TAKEN);
        assertThat(account.rename(open.open(bella, OpenSignIns.PHONE), "rexford-" + unique))
                .contains(UsernameProblem.TAKEN);
    }

    @Test
    void theOwnerMayHaveTheOldNameBack() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        account.rename(me, "rexford-" + unique);

        assertThat(account.rename(me, "rex-" + unique)).isEmpty();

        assertThat(profiles.of(rex).username()).isEqualTo("rex-" + unique);
        assertThat(accounts.presentNameOf("rexford-" + unique)).contains("rex-" + unique);
        assertThat(accounts.presentNameOf("rex-" + unique)).isEmpty();
    }

    @Test
    void namesThatNobodyMayHaveAreRefused() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);

        assertThat(account.rename(me, "")).isPresent();
        assertThat(account.rename(me, "admin")).isPresent();
        assertThat(account.rename(me, "x".repeat(1 << 20))).isPresent();
        assertThat(account.rename(me, "rex-" + unique)).as("the same again").isEmpty();
        assertThat(profiles.of(rex).username()).isEqualTo("rex-" + unique);
    }

    @Test
    void ofManyWhoWantOneNameAtOnceOneGetsIt() {
        List<SignedIn> dogs = List.of("a", "b", "c", "d").stream()
                .map(name -> open.open(new Dogs(accounts).signUp(name + "-" + unique), OpenSignIns.OFFICE))
                .toList();

        List<Optional<UsernameProblem>> problems =
                AtOnce.run(dogs.size(), number -> account.rename(dogs.get(number), "best-" + unique));

        assertThat(problems).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(problems)
                .filteredOn(Optional::isPresent)
                .allMatch(problem -> problem.equals(Optional.of(UsernameProblem.TAKEN)));
    }

    /** Whoever signs up while a name is being given up does not become its new owner. */
    @Test
    void aNameThatIsGivenUpIsFreeAtNoMoment() {
        for (int round = 0; round < 5; round++) {
            String name = "moose" + round + "-" + unique;
            SignedIn moose = open.open(new Dogs(accounts).signUp(name), OpenSignIns.OFFICE);
            String next = "elk" + round + "-" + unique;

            List<Boolean> gotIt = AtOnce.run(
                    3,
                    number -> number == 0
                            ? account.rename(moose, next).isPresent()
                            : accounts.signUp(name, Dogs.PASSWORD, "") instanceof SignUpResult.SignedUp);

            assertThat(gotIt).containsOnly(false);
        }
    }

    @Test
    void bothNeedAProof() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> account.rename(me, "rexford-" + unique));
        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> account.close(me, true));
        assertThat(profiles.of(rex).username()).isEqualTo("rex-" + unique);
    }

    @Test
    void aClosedAccountLetsNobodyInAndItsNameIsNobodys() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        SignedIn there = open.open(rex, OpenSignIns.PHONE);

        account.close(me, false);

        assertThat(open.endOf(me)).isEqualTo("CLOSED");
        assertThat(open.endOf(there)).isEqualTo("CLOSED");
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isEmpty();
        assertThat(accounts.problemWithNewUsername(rex.username())).contains(UsernameProblem.TAKEN);
        assertThat(accounts.signUp(rex.username(), Dogs.PASSWORD, "")).isInstanceOf(SignUpResult.Refused.class);
        assertThat(profiles.find(rex.username())).isEmpty();
        assertThat(profiles.startingWith(rex.username(), 5)).isEmpty();
        assertThatExceptionOfType(SignInOver.class).as("twice").isThrownBy(() -> account.close(me, false));
        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> signIns.open(rex, OpenSignIns.PHONE, true, false));
    }
}
