package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import app.barker.testing.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class RememberedBrowsersTest {

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
    private RememberedBrowsers browsers;

    @SuppressWarnings("NullAway.Init")
    private SignIns signIns;

    @SuppressWarnings("NullAway.Init")
    private Viewer rex;

    @SuppressWarnings("NullAway.Init")
    private SignedIn phone;

    /** What Rex's phone keeps. */
    private String cookie = "";

    @BeforeEach
    void rexesPhoneIsRemembered() {
        signIns = Transactional.service(
                new SignIns(rows, accounts, tables, new SecurityLog(jdbc, clock), settings, events, clock), advisor);
        browsers = new RememberedBrowsers(jdbc, rows, signIns, accounts, clock);
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        transaction.executeWithoutResult(tx -> {
            SignIn row = signIns.open(rex, PHONE, false, true);
            phone = new SignedIn(rex, row.id());
            cookie = browsers.remember(row.id());
        });
    }

    @Test
    void theBrowserComesBackAsTheSamePersonWithAnotherCookie() {
        RememberedBrowsers.Resumed resumed = resume(cookie).orElseThrow();

        assertThat(resumed.signedIn()).isEqualTo(phone);
        assertThat(resumed.newCookie()).isPresent().get().isNotEqualTo(cookie);
        assertThat(jdbc.sql("select count(*) from remembered_browsers where current_hash = ? or next_hash = ?")
                        .param(cookie)
                        .param(cookie)
                        .query(Integer.class)
                        .single())
                .as("only hashes are stored")
                .isZero();
    }

    @Test
    void whoComesBackWasLastSeenWhereverTheyWereLast() {
        Instant left = clock.instant().plus(Duration.ofHours(1));
        transaction.executeWithoutResult(tx -> rows.seen(phone.signInId(), left));
        clock.advance(Duration.ofHours(12));
        assertThat(resume(cookie).orElseThrow().lastSeen()).hasValue(left);

        Instant back = clock.instant();
        clock.advance(Duration.ofHours(2));
        signIns.open(rex, OpenSignIns.OFFICE, true, false);
        Instant inTheOffice = clock.instant();
        assertThat(inTheOffice).isAfter(back);
        clock.advance(Duration.ofHours(2));
        assertThat(signIns.lastSeen(rex)).hasValue(inTheOffice);

        Viewer bella = new Dogs(accounts)
                .signUp("bella-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(signIns.lastSeen(bella)).isEmpty();
    }

    @Test
    void tenRequestsAtOnceLogNobodyOut() {
        List<Optional<RememberedBrowsers.Resumed>> all = AtOnce.run(10, number -> resume(cookie));

        assertThat(all).allMatch(Optional::isPresent);
        List<String> offered = all.stream()
                .flatMap(each -> each.orElseThrow().newCookie().stream())
                .toList();
        assertThat(offered).as("one of them brings the new cookie").hasSize(1);
        assertThat(AtOnce.run(10, number -> resume(offered.getFirst()))).allMatch(Optional::isPresent);
        assertThat(isOpen()).isTrue();
    }

    @Test
    void aLostAnswerLogsNobodyOut() {
        resume(cookie);
        clock.advance(Duration.ofDays(2));

        assertThat(resume(cookie)).isPresent();
        assertThat(isOpen()).isTrue();
    }

    @Test
    void anOldCookieThatComesBackLaterEndsTheSignInAndTellsItsOwner() {
        String stolen = cookie;
        String second = newCookie(cookie);
        String third = newCookie(second);
        assertThat(resume(stolen))
                .as("it may have been sent together with the other")
                .isPresent();
        clock.advance(Duration.ofMinutes(2));

        assertThat(resume(stolen)).isEmpty();

        assertThat(isOpen()).isFalse();
        assertThat(resume(third)).as("the rightful one as well").isEmpty();
        assertThat(jdbc.sql("select detail from security_events where account_id = ? and to_be_told")
                        .param(rex.id())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("REPLAYED");
    }

    @Test
    void whoeverStoleTheNewestIsFoundOutWhenTheOwnerComesBack() {
        String thiefs = newCookie(cookie);
        thiefs = newCookie(thiefs);
        clock.advance(Duration.ofMinutes(2));

        assertThat(resume(cookie)).isEmpty();
        assertThat(resume(thiefs)).isEmpty();
    }

    @Test
    void thirtyDaysAfterThePasswordItIsOver() {
        clock.advance(Duration.ofDays(29));
        String later = newCookie(cookie);
        clock.advance(Duration.ofDays(1));

        assertThat(resume(later)).isEmpty();
    }

    @Test
    void whatHasEndedOpensNothing() {
        signIns.end(rex.id(), phone.signInId(), SignInEnd.REVOKED, PHONE);

        assertThat(resume(cookie)).isEmpty();
    }

    @Test
    void theBannedDoNotComeBack() {
        assertThat(accounts.findActive(rex.id())).isPresent();
        jdbc.sql("update users set banned_at = ? where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(rex.id())
                .update();

        assertThat(resume(cookie)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b", ".b", "a.", "a.b.c", "' or 1=1 --", "\u0000.\uD83D"})
    void whatIsNoCookieOfOursOpensNothing(String garbage) {
        assertThat(resume(garbage)).isEmpty();
        assertThat(isOpen()).isTrue();
    }

    private String newCookie(String current) {
        return resume(current).orElseThrow().newCookie().orElseThrow();
    }

    private Optional<RememberedBrowsers.Resumed> resume(String presented) {
        return transaction.execute(tx -> browsers.resume(presented, PHONE));
    }

    private boolean isOpen() {
        return rows.findById(phone.signInId()).orElseThrow().isOpenAt(clock.instant());
    }
}
