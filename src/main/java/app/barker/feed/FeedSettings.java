package app.barker.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What feeds may be.
 *
 * @param most of one person at a time
 * @param readsPerHour of one feed, on each node
 */
@Validated
@ConfigurationProperties("barker.feed")
public record FeedSettings(
        @DefaultValue("50") @Min(1) @Max(1_000) int most,
        @DefaultValue("60") @Min(1) @Max(10_000) int readsPerHour) {}
