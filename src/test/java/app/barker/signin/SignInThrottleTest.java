package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class SignInThrottleTest {

    private static final NetworkAddress KENNEL = NetworkAddress.of("203.0.113.7");
    private static final NetworkAddress OFFICE = NetworkAddress.of("198.51.100.1");
    private static final NetworkAddress ELSEWHERE = NetworkAddress.of("192.0.2.99");
    private static final Duration A_MOMENT = Duration.ofNanos(1_000);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SignInSettings settings;

    @Autowired
    AccountService accounts;

    private final TestClock clock = new TestClock();

    @SuppressWarnings("NullAway.Init")
    private SignInThrottle throttle;

    @BeforeEach
    void nobodyHasFailedYet() {
        jdbc.sql("delete from sign_in_failed_names").update();
        jdbc.sql("delete from sign_in_throttle").update();
        throttle = new SignInThrottle(jdbc, transaction, settings, clock);
    }

    @Test
    void anAccountHasFiveFreeTries() {
        failTimes(5, "rex");

        assertRefused("rex", KENNEL);
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToFiveMinutes() {
        failTimes(5, "rex");

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300}) {
            clock.advance(Duration.ofSeconds(seconds).minus(A_MOMENT));
            assertRefused("rex", KENNEL);
            clock.advance(A_MOMENT);
            fail("rex", KENNEL);
        }
    }

    @Test
    void whoAsksWhileWaitingDoesNotWaitLonger() {
        failTimes(5, "rex");
        for (int i = 0; i < 50; i++) {
            assertRefused("rex", KENNEL);
        }

        clock.advance(Duration.ofSeconds(1));

        fail("rex", KENNEL);
        clock.advance(Duration.ofSeconds(2));
        fail("rex", KENNEL);
    }

    @Test
    void theAccountWaitsWhereverTheGuessesComeFrom() {
        for (int i = 1; i <= 5; i++) {
            fail("rex", NetworkAddress.of("203.0.113." + i));
        }

        assertRefused("rex", ELSEWHERE);
        fail("bella", KENNEL);
    }

    @Test
    void upperCaseIsNoOtherAccount() {
        failTimes(3, "rex");
        failTimes(2, "REX");

        assertRefused("Rex", KENNEL);
    }

    @Test
    void successForgivesTheFailuresBefore() {
        failTimes(4, "rex");

        throttle.succeeded(admitted("rex", KENNEL));

        failTimes(5, "rex");
        assertRefused("rex", KENNEL);
    }

    @Test
    void ofTwoHundredGuessesAtOnceFiveAreTried() {
        List<Optional<SignInThrottle.Admission>> guesses =
                AtOnce.run(200, i -> throttle.admit("rex", NetworkAddress.of("203.0.113." + i % 250)));

        assertThat(guesses).filteredOn(Optional::isPresent).hasSize(5);
    }

    @Test
    void ofTwoHundredNamesAtOnceFromOneAddressFiftyAreTried() {
        List<Optional<SignInThrottle.Admission>> guesses = AtOnce.run(200, i -> throttle.admit("dog-" + i, KENNEL));

        assertThat(guesses).filteredOn(Optional::isPresent).hasSize(50);
    }

    @Test
    void anAddressWaitsAfterFiftyDifferentNamesHaveFailed() {
        failNames(50, KENNEL);

        assertRefused("one-more", KENNEL);
        fail("one-more", ELSEWHERE);

        clock.advance(Duration.ofSeconds(1));
        fail("one-more", KENNEL);
        clock.advance(Duration.ofSeconds(2).minus(A_MOMENT));
        assertRefused("yet-another", KENNEL);
        clock.advance(A_MOMENT);
        fail("yet-another", KENNEL);
    }

    @Test
    void anOfficeThatLogsInIsNeverKeptWaiting() {
        for (int i = 0; i < 200; i++) {
            throttle.succeeded(admitted("dog-" + i, OFFICE));
        }

        fail("one-more", OFFICE);
    }

    /** In two tabs, or by a password manager that is quick: nobody ends in a deadlock. */
    @Test
    void onePersonMayLogInManyTimesAtOnce() {
        List<Boolean> admitted = AtOnce.run(40, i -> {
            for (int round = 0; round < 5; round++) {
                throttle.admit("rex", OFFICE).ifPresent(throttle::succeeded);
            }
            return true;
        });

        assertThat(admitted).hasSize(40);
    }

    /** Two nodes, or two threads of which one waited for the other's lock: whoever comes later may have the earlier time. */
    @Test
    void nobodyWaitsForWhoeverLogsInAtTheSameMoment() {
        for (int i = 0; i < 40; i++) {
            admitted("dog-" + i, OFFICE);
            clock.advance(Duration.ofMillis(-3));
        }
    }

    @Test
    void anOfficeWhereEverybodyMistypesOnceIsNotKeptWaiting() {
        for (int i = 0; i < 200; i++) {
            fail("dog-" + i, OFFICE);
            throttle.succeeded(admitted("dog-" + i, OFFICE));
        }

        fail("one-more", OFFICE);
    }

    @Test
    void oneForgetfulPersonDoesNotKeepTheOfficeWaiting() {
        for (int i = 0; i < 200; i++) {
            fail("rex", OFFICE);
            clock.advance(settings.longestWait());
        }
        failTimes(1, "rex", OFFICE);
        assertRefused("rex", OFFICE);

        throttle.succeeded(admitted("bella", OFFICE));
    }

    @Test
    void aHouseholdsIpv6AddressesWaitTogetherAndTheirNeighboursDoNot() {
        for (int i = 0; i < 50; i++) {
            fail("dog-" + i, NetworkAddress.of("2001:db8:1:2::" + Integer.toHexString(i + 1)));
        }

        assertRefused("one-more", NetworkAddress.of("2001:db8:1:2:ffff::1"));
        fail("one-more", NetworkAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void aRestartForgivesNothing() {
        failTimes(5, "rex");
        failNames(50, OFFICE);

        throttle = new SignInThrottle(jdbc, transaction, settings, clock);

        assertRefused("rex", ELSEWHERE);
        assertRefused("one-more", OFFICE);
    }

    @Test
    void afterHalfADayAFailureDoesNotCountAnyMore() {
        failTimes(4, "rex");
        failNames(49, OFFICE);
        clock.advance(settings.forgetAfter().plus(A_MOMENT));

        failTimes(5, "rex");
        failNames(50, OFFICE);

        assertRefused("rex", ELSEWHERE);
        assertRefused("one-more", OFFICE);
    }

    @Test
    void whatDoesNotCountAnyMoreIsDeleted() {
        failTimes(5, "rex");
        clock.advance(Duration.ofHours(1));
        failTimes(5, "bella", OFFICE);
        clock.advance(settings.forgetAfter().minusHours(1));

        throttle.forgetOld();
        assertThat(rows("sign_in_failed_names")).as("nothing is old yet").isEqualTo(2);

        clock.advance(A_MOMENT);
        throttle.forgetOld();
        assertThat(rows("sign_in_failed_names")).isEqualTo(1);
        assertThat(rows("sign_in_throttle")).as("Bella and the office").isEqualTo(2);

        clock.advance(settings.forgetAfter());
        throttle.forgetOld();
        assertThat(rows("sign_in_failed_names")).isZero();
        assertThat(rows("sign_in_throttle")).isZero();
    }

    @Test
    void aNewAccountDoesNotWaitForGuessesAtItsNameBefore() {
        String name = "rex-" + UUID.randomUUID().toString().substring(0, 8);
        failTimes(5, name);
        assertRefused(name, KENNEL);

        new Dogs(accounts).signUp(name);

        failTimes(5, name);
        assertRefused(name, KENNEL);
    }

    @Test
    void whatIsTypedAsANameIsNotStored() {
        failTimes(1, "oops, this is my password");
        fail("\u0000\uD83D" + "woof".repeat(1 << 18), ELSEWHERE);

        List<@Nullable String> stored = jdbc.sql("select subject from sign_in_throttle"
                        + " union select name from sign_in_failed_names"
                        + " union select address from sign_in_failed_names")
                .query(String.class)
                .list();
        assertThat(stored).hasSize(4).allSatisfy(text -> assertThat(text).matches("name:[0-9a-f]{64}|address:[0-9.]+"));
    }

    private void failTimes(int times, String name) {
        failTimes(times, name, KENNEL);
    }

    private void failTimes(int times, String name, NetworkAddress from) {
        for (int i = 0; i < times; i++) {
            fail(name, from);
        }
    }

    private void failNames(int names, NetworkAddress from) {
        for (int i = 0; i < names; i++) {
            fail("dog-" + i, from);
        }
    }

    /** An attempt that is let through and then not taken back. */
    private void fail(String name, NetworkAddress from) {
        admitted(name, from);
    }

    private SignInThrottle.Admission admitted(String name, NetworkAddress from) {
        Optional<SignInThrottle.Admission> admission = throttle.admit(name, from);
        assertThat(admission)
                .as("@%s from %s at %s", name, from, clock.instant())
                .isPresent();
        return admission.orElseThrow();
    }

    private void assertRefused(String name, NetworkAddress from) {
        assertThat(throttle.admit(name, from))
                .as("@%s from %s at %s", name, from, clock.instant())
                .isEmpty();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
