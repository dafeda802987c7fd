package app.barker.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.LastAdministrator;
import app.barker.account.NotAnAdministrator;
import app.barker.account.PersonStanding;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.shared.LimitReached;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.PasswordService;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityEvent;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PeopleAdministrationTest {

    @Autowired
    PeopleAdministration people;

    @Autowired
    AccountService accounts;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    PasswordService passwords;

    @Autowired
    SecurityHistory history;

    @Autowired
    SignIns signIns;

    @Autowired
    BarkService barks;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private String unique;
    private SignedIn boss;
    private Viewer rex;

    @BeforeEach
    void thereIsAnAdministrator() {
        open = new OpenSignIns(signIns, jdbc);
        unique = UUID.randomUUID().toString().substring(0, 8);
        Dogs dogs = new Dogs(accounts);
        Viewer founder = dogs.signUp("boss-" + unique);
        jdbc.sql("update users set role = 'USER'").update();
        jdbc.sql("update users set role = 'ADMIN' where id = ?")
                .param(founder.id())
                .update();
        boss = open.open(founder, OpenSignIns.OFFICE);
        rex = dogs.signUp("rex-" + unique);
    }

    @Test
    void whoIsBannedIsOutAndReadsWhy() {
        SignedIn his = open.open(rex, OpenSignIns.PHONE);

        people.ban(boss, rex.id(), " Chewed the router ");

        assertThat(open.endOf(his)).isEqualTo("BANNED");
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isEmpty();
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> new Barking(barks).bark(rex, "Woof"));
        assertThat(standing(rex).banReason()).contains("Chewed the router");
        assertThat(kinds(rex)).startsWith(SecurityEventKind.SIGN_IN_ENDED, SecurityEventKind.BANNED);
        assertThat(kinds(boss.viewer())).contains(SecurityEventKind.BANNED);

        assertThat(history.of(rex, Long.MAX_VALUE))
                .as("from where the administrator did it is not his to know")
                .extracting(SecurityEvent::address)
                .doesNotContain(OpenSignIns.OFFICE.address());
        assertThat(history.of(boss.viewer(), Long.MAX_VALUE))
                .extracting(SecurityEvent::address)
                .contains(OpenSignIns.OFFICE.address());

        people.unban(boss, rex.id());
        assertThat(accounts.authenticate(rex.username(), Dogs.PASSWORD).viewer())
                .isPresent();
        assertThat(standing(rex).isBanned()).isFalse();
    }

    /** Four who write as fast as they can in the name of one who is being banned. */
    @Test
    void afterABanHasReturnedNoWriteIsAccepted() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = List.of(1, 2, 3, 4).stream()
                    .<Future<?>>map(writer -> writers.submit(() -> write(stop, refused)))
                    .toList();
            await().pollInterval(Duration.ofMillis(2)).until(() -> count(rex) >= 10);

            people.ban(boss, rex.id(), "Too loud");
            long atTheBan = count(rex);
            Instant after = Instant.now().plusMillis(500);
            while (Instant.now().isBefore(after)) {
                assertThat(count(rex)).isEqualTo(atTheBan);
            }
            stop.set(true);
            for (Future<?> each : writing) {
                each.get();
            }
            assertThat(count(rex)).isEqualTo(atTheBan);
            assertThat(refused).hasPositiveValue();
        }
    }

    private void write(AtomicBoolean stop, AtomicInteger refused) {
        Barking barking = new Barking(barks);
        while (!stop.get()) {
            try {
                barking.bark(rex, "Woof");
            } catch (AccountGone gone) {
                refused.incrementAndGet();
            } catch (LimitReached tooMany) {
                stop.set(true);
            }
        }
    }

    @Test
    void onlyAdministratorsMay() {
        Viewer bella = new Dogs(accounts).signUp("bella-" + unique);
        SignedIn outsider = open.open(rex, OpenSignIns.PHONE);

        List<Runnable> acts = List.of(
                () -> people.find(outsider.viewer(), ""),
                () -> people.attempt(outsider, "ABCD-EFGH"),
                () -> people.ban(outsider, bella.id(), ""),
                () -> people.unban(outsider, bella.id()),
                () -> people.grantAdministrator(outsider, rex.id()),
                () -> people.takeAdministrator(outsider, boss.viewer().id()),
                () -> people.endSessions(outsider, bella.id()),
                () -> people.makeResetLink(outsider, boss.viewer().id()));
        assertThat(acts)
                .allSatisfy(act ->
                        assertThatExceptionOfType(NotAnAdministrator.class).isThrownBy(act::run));
        assertThat(people.find(boss.viewer(), "bella-" + unique))
                .as("and the outsider is one")
                .singleElement()
                .satisfies(person -> assertThat(person.isBanned()).isFalse());
    }

    @Test
    void everyActNeedsAProof() {
        open.proofIsOld(boss);

        List<Runnable> acts = List.of(
                () -> people.ban(boss, rex.id(), ""),
                () -> people.unban(boss, rex.id()),
                () -> people.grantAdministrator(boss, rex.id()),
                () -> people.takeAdministrator(boss, rex.id()),
                () -> people.endSessions(boss, rex.id()),
                () -> people.makeResetLink(boss, rex.id()));
        assertThat(acts)
                .allSatisfy(act -> assertThatExceptionOfType(ProofNeeded.class).isThrownBy(act::run));
    }

    @Test
    void theLastAdministratorStays() {
        assertThatExceptionOfType(LastAdministrator.class)
                .isThrownBy(() -> people.takeAdministrator(boss, boss.viewer().id()));
        assertThatExceptionOfType(LastAdministrator.class)
                .isThrownBy(() -> people.ban(boss, boss.viewer().id(), ""));
        assertThatExceptionOfType(LastAdministrator.class).isThrownBy(() -> ownAccount.close(boss, false));
        assertThat(open.isOpen(boss)).isTrue();
    }

    @Test
    void ofTwoWhoTakeTheRoleFromEachOtherAtOnceOneKeepsIt() {
        people.grantAdministrator(boss, rex.id());
        SignedIn other = open.open(rex, OpenSignIns.PHONE);

        List<Boolean> taken = AtOnce.run(2, number -> {
            try {
                if (number == 0) {
                    people.takeAdministrator(boss, rex.id());
                } else {
                    people.takeAdministrator(other, boss.viewer().id());
                }
                return true;
            } catch (NotAnAdministrator | LastAdministrator late) {
                return false;
            }
        });

        assertThat(taken).containsExactlyInAnyOrder(true, false);
        assertThat(jdbc.sql("select count(*) from users where role = 'ADMIN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRoleThatIsTakenActsAtOnce() {
        people.grantAdministrator(boss, rex.id());
        SignedIn his = open.open(rex, OpenSignIns.PHONE);
        assertThat(people.find(his.viewer(), "boss-" + unique)).hasSize(1);

        people.takeAdministrator(boss, rex.id());

        assertThat(open.endOf(his)).isEqualTo("ROLE_LOST");
        assertThatExceptionOfType(NotAnAdministrator.class).isThrownBy(() -> people.find(his.viewer(), ""));
        assertThat(kinds(rex)).contains(SecurityEventKind.ADMIN_GRANTED, SecurityEventKind.ADMIN_TAKEN);
    }

    @Test
    void sessionsCanBeEndedAndALinkHandedOut() {
        SignedIn his = open.open(rex, OpenSignIns.PHONE);

        assertThat(people.endSessions(boss, rex.id())).isEqualTo(1);
        assertThat(open.endOf(his)).isEqualTo("ENDED_BY_ADMIN");

        String secret = people.makeResetLink(boss, rex.id());
        assertThat(passwords.reset(secret, "a purple bone under the sofa", OpenSignIns.PHONE))
                .isInstanceOf(PasswordService.Result.Changed.class);
        assertThat(kinds(boss.viewer())).contains(SecurityEventKind.SESSIONS_ENDED, SecurityEventKind.RESET_LINK_MADE);
    }

    @Test
    void whatIsSearchedForIsJustLetters() {
        assertThat(people.find(boss.viewer(), "REX-" + unique))
                .extracting(PersonStanding::username)
                .containsExactly(rex.username());
        assertThat(people.find(boss.viewer(), "%")).isEmpty();
        assertThat(people.find(boss.viewer(), "rex_" + unique)).isEmpty();
        assertThat(people.find(boss.viewer(), "x".repeat(1 << 16))).isEmpty();
        assertThat(people.attempt(boss, "")).isEmpty();
        assertThat(people.attempt(boss, "x".repeat(1 << 16))).isEmpty();
    }

    @Test
    void aClosedAccountIsBeyondReach() {
        ownAccount.close(open.open(rex, OpenSignIns.PHONE), false);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> people.ban(boss, rex.id(), ""));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> people.makeResetLink(boss, rex.id()));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> people.ban(boss, Long.MAX_VALUE, ""));
        assertThat(people.find(boss.viewer(), rex.username())).isEmpty();
    }

    private long count(Viewer author) {
        return jdbc.sql("select count(*) from barks where author_id = ?")
                .param(author.id())
                .query(Long.class)
                .single();
    }

    private PersonStanding standing(Viewer person) {
        return people.find(boss.viewer(), person.username()).getFirst();
    }

    private List<SecurityEventKind> kinds(Viewer person) {
        return history.of(person, Long.MAX_VALUE).stream()
                .map(SecurityEvent::kind)
                .toList();
    }
}
