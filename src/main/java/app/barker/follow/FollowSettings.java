package app.barker.follow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param followsPerHour new follows of one person; who follows thousands at once is a script */
@Validated
@ConfigurationProperties("barker.follow")
record FollowSettings(
        @DefaultValue("300") @Min(1) @Max(10_000) int followsPerHour) {}
