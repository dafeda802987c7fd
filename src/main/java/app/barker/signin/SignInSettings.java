package app.barker.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How log-in attempts are slowed. The wait is one second after the free tries and doubles with each further failure.
 *
 * @param freeTries failures of one account name before it has to wait
 * @param freeNames different account names that may fail from one address before it has to wait
 * @param longestWait what no wait exceeds: there is no lock
 * @param forgetAfter how long a failure counts
 * @param failureTime how long every failed answer takes at the least, whatever its cause
 */
@Validated
@ConfigurationProperties("barker.sign-in")
record SignInSettings(
        @DefaultValue("5") @Min(1) @Max(100) int freeTries,
        @DefaultValue("50") @Min(1) @Max(100_000) int freeNames,

        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration longestWait,

        @DefaultValue("12h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration forgetAfter,

        @DefaultValue("300ms") @DurationMin(millis = 0) @DurationMax(seconds = 5)
        Duration failureTime) {

    /** After so many failures, of which so many were free. */
    Duration waitAfter(int failures, int free) {
        int beyond = failures - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 30));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
