package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {

    private final SignInSettings settings =
            new SignInSettings(5, 50, Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofMillis(300));

    @Test
    void theFirstTriesAreFree() {
        assertThat(settings.waitAfter(0, 5)).isZero();
        assertThat(settings.waitAfter(1, 5)).isZero();
        assertThat(settings.waitAfter(4, 5)).isZero();
    }

    @Test
    void theWaitIsASecondAfterTheFreeTriesAndDoubles() {
        assertThat(settings.waitAfter(5, 5)).hasSeconds(1);
        assertThat(settings.waitAfter(6, 5)).hasSeconds(2);
        assertThat(settings.waitAfter(7, 5)).hasSeconds(4);
        assertThat(settings.waitAfter(13, 5)).hasSeconds(256);
    }

    @Test
    void noWaitIsLongerThanTheLongest() {
        assertThat(settings.waitAfter(14, 5)).hasMinutes(5);
        assertThat(settings.waitAfter(5 + 31, 5)).hasMinutes(5);
        assertThat(settings.waitAfter(5 + 64, 5)).hasMinutes(5);
        assertThat(settings.waitAfter(Integer.MAX_VALUE, 5)).hasMinutes(5);
    }
}
