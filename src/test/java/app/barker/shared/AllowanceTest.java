package app.barker.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.testing.AtOnce;
import app.barker.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long REX = 1;
    private static final long BELLA = 2;
    private static final Duration A_MOMENT = Duration.ofNanos(1_000);

    private final TestClock clock = new TestClock();
    private final Allowance allowance = new Allowance(3, Duration.ofMinutes(1), clock);

    @Test
    void threeTimesAMinuteAreThreeAndNotFour() {
        take(REX, 3);

        assertRefused(REX, Duration.ofMinutes(1));
    }

    @Test
    void itIsBackWhenTheMinuteIsOver() {
        take(REX, 1);
        clock.advance(Duration.ofSeconds(20));
        take(REX, 2);
        clock.advance(Duration.ofSeconds(40).minus(A_MOMENT));
        assertRefused(REX, A_MOMENT);

        clock.advance(A_MOMENT);

        take(REX, 3);
        assertRefused(REX, Duration.ofMinutes(1));
    }

    @Test
    void whoAsksWhileWaitingDoesNotWaitLonger() {
        take(REX, 3);
        for (int second = 60; second > 0; second--) {
            assertRefused(REX, Duration.ofSeconds(second));
            clock.advance(Duration.ofSeconds(1));
        }

        take(REX, 3);
    }

    @Test
    void aNewMinuteBeginsWithTheFirstTimeAfterARest() {
        take(REX, 3);
        clock.advance(Duration.ofSeconds(150));

        take(REX, 3);

        assertRefused(REX, Duration.ofMinutes(1));
    }

    @Test
    void everybodyHasTheirOwn() {
        take(REX, 3);
        assertRefused(REX, Duration.ofMinutes(1));

        take(BELLA, 3);
    }

    @Test
    void ofAHundredAtOnceThreeAreLetThrough() {
        List<Boolean> taken = AtOnce.run(100, i -> isLetThrough(REX));

        assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(3);
    }

    private void take(long account, int times) {
        for (int i = 0; i < times; i++) {
            allowance.take(account);
        }
    }

    private boolean isLetThrough(long account) {
        try {
            allowance.take(account);
            return true;
        } catch (LimitReached refused) {
            return false;
        }
    }

    private void assertRefused(long account, Duration wait) {
        assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> allowance.take(account))
                .satisfies(refused -> assertThat(refused.untilNext()).isEqualTo(wait));
    }
}
