package app.barker.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param minimumLength in code points; NIST SP 800-63B-4, 3.1.1.2: 15 while the password is the only factor, never below 8
 */
@Validated
@ConfigurationProperties("barker.password")
record PasswordSettings(
        @DefaultValue("15") @Min(SHORTEST_MINIMUM) @Max(64) int minimumLength) {

    static final int SHORTEST_MINIMUM = 8;
}
