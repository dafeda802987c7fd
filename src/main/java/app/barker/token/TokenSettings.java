package app.barker.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What API tokens and access tokens may be.
 *
 * @param longest no API token lasts longer
 * @param most API tokens of one person at a time
 * @param announceEnd how long before its end an API token's owner is told
 * @param keepEnded how long a revoked or expired one is kept, with the address that used it last
 * @param jwtLasts how long an access token lasts, unless its parent ends before
 * @param rotateKeys how old the key gets that signs access tokens
 * @param signingKey an EC key on P-256 as a JWK with its private half, for who keeps it elsewhere; empty to keep keys in the
 *     database
 * @param issuer how access tokens name this Barker, and whom they are for; empty for the address that was asked
 */
@Validated
@ConfigurationProperties("barker.token")
public record TokenSettings(
        @DefaultValue("365d") @DurationMin(days = 1) @DurationMax(days = 3650)
        Duration longest,

        @DefaultValue("50") @Min(1) @Max(1_000) int most,

        @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 60)
        Duration announceEnd,

        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration keepEnded,

        @DefaultValue("5m") @DurationMin(seconds = 5) @DurationMax(minutes = 5)
        Duration jwtLasts,

        @DefaultValue("30d") @DurationMin(hours = 1) @DurationMax(days = 365)
        Duration rotateKeys,

        @DefaultValue("") String signingKey,

        @DefaultValue("") String issuer) {

    /** Without the key. */
    @Override
    public String toString() {
        return "TokenSettings[longest=" + longest + ", jwtLasts=" + jwtLasts + "]";
    }
}
