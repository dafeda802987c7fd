package app.barker.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What webhooks may be. How often each node looks for something to send is {@code barker.webhooks.look-every}.
 *
 * @param most of one person at a time
 * @param changesPerHour how often one person may make webhooks and send tests, on each node
 * @param allowHttp whether what is sent may travel in clear
 * @param allowedNetworks where it may go besides public addresses, for example {@code 10.1.0.0/16}
 * @param timeout for one attempt, from looking up the name to the answer
 * @param atOnce how many webhooks each node serves at a time
 * @param pauseAfter for so long nothing has arrived before one is turned off
 * @param keepDeliveries how long it can be seen what was sent
 */
@Validated
@ConfigurationProperties("barker.webhooks")
public record WebhookSettings(
        @DefaultValue("10") @Min(0) @Max(100) int most,
        @DefaultValue("30") @Min(1) @Max(1_000) int changesPerHour,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue({}) List<String> allowedNetworks,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(seconds = 30)
        Duration timeout,

        @DefaultValue("64") @Min(1) @Max(1_000) int atOnce,

        @DefaultValue("3d") @DurationMin(hours = 1) @DurationMax(days = 30)
        Duration pauseAfter,

        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration keepDeliveries) {}
