package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import app.barker.testing.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class SignInsTest {

    private static final Origin OFFICE = new Origin("203.0.113.7", "Firefox", "Linux");
    private static final Origin PHONE = new Origin("198.51.100.4", "Safari", "iPhone");

    @Autowired
    AccountService accounts;

    @Autowired
    SignInRepository rows;

    @Autowired
    SignInTables tables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactoryTransactionAttributeSourceAdvisor advisor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SessionSettings settings;

    private final TestClock clock = new TestClock();

    @SuppressWarnings("NullAway.Init")
    private SignIns signIns;

    @SuppressWarnings("NullAway.Init")
    private Viewer rex;

    @SuppressWarnings("NullAway.Init")
    private Viewer bella;

    @BeforeEach
    void rexAndBellaHaveSignedUp() {
        signIns = Transactional.service(
                new SignIns(rows, accounts, tables, new SecurityLog(jdbc, clock), settings, events, clock), advisor);
        Dogs dogs = new Dogs(accounts);
        rex = dogs.signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        bella = dogs.signUp("bella-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void everyPlaceIsOneLineTheAskingOneFirst() {
        SignedIn office = open(rex, OFFICE);
        clock.advance(Duration.ofMinutes(1));
        SignedIn phone = open(rex, PHONE);

        assertThat(signIns.of(office)).extracting(OwnSignIn::id).containsExactly(office.signInId(), phone.signInId());
        assertThat(signIns.of(office).getFirst()).satisfies(mine -> {
            assertThat(mine.current()).isTrue();
            assertThat(mine.browser()).isEqualTo("Firefox");
            assertThat(mine.address()).isEqualTo("203.0.113.7");
            assertThat(mine.newPlace()).as("the first place is not new").isFalse();
        });
        assertThat(signIns.of(office).get(1).newPlace()).isTrue();
        assertThat(signIns.of(open(bella, OFFICE))).hasSize(1);
    }

    @Test
    void aPlaceIsNotNewWhenItsBrowserOrItsAddressIsKnown() {
        open(rex, OFFICE);

        SignedIn sameAddress = open(rex, OFFICE);
        SignedIn knownBrowser = transaction.execute(tx -> signedIn(rex, signIns.open(rex, PHONE, true, false)));

        assertThat(signIns.of(sameAddress)).noneMatch(OwnSignIn::newPlace);
        assertThat(signIns.of(knownBrowser)).hasSize(3);
    }

    @Test
    void whatIsRevokedIsOverAndSaysWhy() {
        SignedIn office = open(rex, OFFICE);
        SignedIn phone = open(rex, PHONE);

        signIns.revoke(office, phone.signInId());

        assertThat(signIns.of(office))
                .filteredOn(line -> line.id() == phone.signInId())
                .singleElement()
                .satisfies(line -> assertThat(line.endedWhy()).contains(SignInEnd.REVOKED));
        assertThatExceptionOfType(SignInOver.class).isThrownBy(() -> signIns.revoke(phone, office.signInId()));
        assertThatExceptionOfType(SignInNotFound.class)
                .as("twice")
                .isThrownBy(() -> signIns.revoke(office, phone.signInId()));
    }

    @Test
    void anotherPersonsSignInAnswersLikeOneThatDoesNotExist() {
        SignedIn hers = open(bella, OFFICE);
        SignedIn mine = open(rex, OFFICE);

        assertThatExceptionOfType(SignInNotFound.class).isThrownBy(() -> signIns.revoke(mine, hers.signInId()));
        assertThatExceptionOfType(SignInNotFound.class).isThrownBy(() -> signIns.revoke(mine, Long.MAX_VALUE));
        assertThatExceptionOfType(SignInOver.class)
                .as("her sign-in in his name")
                .isThrownBy(() -> signIns.revokeOthers(new SignedIn(rex, hers.signInId())));
        assertThat(signIns.of(hers))
                .singleElement()
                .satisfies(line -> assertThat(line.endedAt()).isEmpty());
    }

    @Test
    void revokingNeedsAProofOfTheLastFiveMinutes() {
        SignedIn office = open(rex, OFFICE);
        SignedIn phone = open(rex, PHONE);
        clock.advance(Duration.ofMinutes(5));

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> signIns.revoke(office, phone.signInId()));
        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> signIns.revokeOthers(office));
        assertThatExceptionOfType(ProofNeeded.class)
                .as("it says so of every number")
                .isThrownBy(() -> signIns.revoke(office, Long.MAX_VALUE));
        assertThat(signIns.of(office))
                .allSatisfy(line -> assertThat(line.endedAt()).isEmpty());
    }

    @Test
    void whatIsBeingWrittenIsCommittedBeforeASignInEnds() {
        SignedIn office = open(rex, OFFICE);
        SignedIn phone = open(rex, PHONE);
        List<String> order = Collections.synchronizedList(new ArrayList<>());

        CompletableFuture<Void> revoked = transaction.execute(tx -> {
            accounts.lockForWriting(rex);
            CompletableFuture<Void> revoking = CompletableFuture.runAsync(() -> {
                signIns.revoke(office, phone.signInId());
                order.add("revoked");
            });
            assertThat(revoking)
                    .as("waits for the write")
                    .failsWithin(Duration.ofMillis(300))
                    .withThrowableOfType(TimeoutException.class);
            order.add("written");
            return revoking;
        });

        Objects.requireNonNull(revoked).join();
        assertThat(order).containsExactly("written", "revoked");
    }

    @Test
    void allOthersEndAndTheAskingOneStays() {
        SignedIn office = open(rex, OFFICE);
        open(rex, PHONE);
        open(rex, PHONE);
        SignedIn hers = open(bella, PHONE);

        assertThat(signIns.revokeOthers(office)).isEqualTo(2);

        assertThat(signIns.of(office))
                .filteredOn(line -> line.endedAt().isEmpty())
                .hasSize(1);
        assertThat(signIns.of(hers)).hasSize(1);
    }

    @Test
    void theEleventhSignInEndsTheOldestAndItsOwnerIsTold() {
        List<SignedIn> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(open(rex, OFFICE));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(signIns.of(ten.getLast())).noneMatch(line -> line.endedAt().isPresent());

        SignedIn eleventh = open(rex, OFFICE);

        assertThat(signIns.of(eleventh))
                .filteredOn(line -> line.endedAt().isPresent())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.id()).isEqualTo(ten.getFirst().signInId());
                    assertThat(line.endedWhy()).contains(SignInEnd.TOO_MANY);
                });
        assertThat(toldTo(rex)).containsExactly("SIGN_IN_ENDED TOO_MANY");
    }

    @Test
    void fortyLogInsAtOnceLeaveTen() {
        List<SignedIn> all = AtOnce.run(40, number -> open(rex, OFFICE));

        assertThat(signIns.of(all.getFirst()))
                .filteredOn(line -> line.endedAt().isEmpty())
                .hasSize(10);
    }

    @Test
    void ofManyWhoEndItAtOnceOneDoes() {
        SignedIn office = open(rex, OFFICE);
        SignedIn phone = open(rex, PHONE);

        List<Boolean> ended = AtOnce.run(10, number -> {
            try {
                signIns.revoke(office, phone.signInId());
                return true;
            } catch (SignInNotFound already) {
                return false;
            }
        });

        assertThat(ended).contains(true);
        assertThat(eventsOf(rex)).filteredOn("SIGN_IN_ENDED REVOKED"::equals).hasSize(1);
    }

    @Test
    void whoIsBannedOpensNoSession() {
        ban(rex);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> open(rex, OFFICE));
        assertThat(accounts.findActive(rex.id())).isEmpty();
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        SignedIn office = open(rex, OFFICE);
        SignedIn phone = open(rex, PHONE);
        signIns.revoke(office, phone.signInId());
        clock.advance(Duration.ofDays(91));

        signIns.forgetOld();

        assertThat(signIns.of(office)).extracting(OwnSignIn::id).containsExactly(office.signInId());
        assertThat(eventsOf(rex)).as("what happened stays for a year").contains("SIGN_IN_ENDED REVOKED");
    }

    private List<String> eventsOf(Viewer viewer) {
        return jdbc.sql("select kind, detail from security_events where account_id = ? order by id")
                .param(viewer.id())
                .query((row, number) -> (row.getString(1) + " " + row.getString(2)).strip())
                .list();
    }

    private List<String> toldTo(Viewer viewer) {
        return jdbc.sql("select kind, detail from security_events where account_id = ? and to_be_told order by id")
                .param(viewer.id())
                .query((row, number) -> (row.getString(1) + " " + row.getString(2)).strip())
                .list();
    }

    private void ban(Viewer viewer) {
        jdbc.sql("update users set banned_at = ? where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(viewer.id())
                .update();
    }

    private SignedIn open(Viewer viewer, Origin from) {
        return transaction.execute(tx -> signedIn(viewer, signIns.open(viewer, from, false, false)));
    }

    private static SignedIn signedIn(Viewer viewer, SignIn row) {
        return new SignedIn(viewer, row.id());
    }
}
