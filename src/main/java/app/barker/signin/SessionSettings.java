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
 * How long a sign-in lasts. The defaults follow NIST SP 800-63B-4 for AAL2 (a day at the most, an hour idle), but for remembered
 * browsers, which an organisation may shorten or, with a day, do without.
 *
 * @param idle a session ends when nobody has done anything in it for so long
 * @param warnBefore how long before that the person is asked
 * @param longest no sign-in gets older
 * @param longestRemembered a remembered one, from the password on
 * @param most sign-ins of one person at a time; one more ends the oldest
 * @param proofLasts for how long after the password what is sensitive needs no other proof
 * @param keepEnded how long an ended sign-in, with its address, stays in the list for its owner
 * @param keepHistory how long the security history goes back
 */
@Validated
@ConfigurationProperties("barker.session")
public record SessionSettings(
        @DefaultValue("30m") @DurationMin(seconds = 10) @DurationMax(hours = 24)
        Duration idle,

        @DefaultValue("2m") @DurationMin(seconds = 3) @DurationMax(minutes = 30)
        Duration warnBefore,

        @DefaultValue("12h") @DurationMin(seconds = 15) @DurationMax(hours = 24)
        Duration longest,

        @DefaultValue("30d") @DurationMin(seconds = 15) @DurationMax(days = 30)
        Duration longestRemembered,

        @DefaultValue("10") @Min(1) @Max(100) int most,

        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration proofLasts,

        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration keepEnded,

        @DefaultValue("365d") @DurationMin(days = 1) @DurationMax(days = 3650)
        Duration keepHistory) {

    Duration longest(boolean remembered) {
        return remembered ? longestRemembered : longest;
    }
}
