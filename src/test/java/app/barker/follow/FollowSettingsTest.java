package app.barker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

class FollowSettingsTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void oneToTenThousandFollowsAnHourArePossible() {
        assertThat(validator.validate(new FollowSettings(1))).isEmpty();
        assertThat(validator.validate(new FollowSettings(10_000))).isEmpty();

        assertThat(validator.validate(new FollowSettings(0))).hasSize(1);
        assertThat(validator.validate(new FollowSettings(10_001))).hasSize(1);
    }
}
