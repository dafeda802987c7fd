package app.barker.webhook;

import java.time.Duration;
import java.util.List;

/** Settings for tests: to other servers of this machine only what says so. */
final class Hooks {

    static final String THIS_MACHINE = "127.0.0.0/8";

    private Hooks() {}

    /** @param allowedNetworks besides public addresses */
    static WebhookSettings settings(String... allowedNetworks) {
        return settings(Duration.ofSeconds(10), allowedNetworks);
    }

    static WebhookSettings settings(Duration timeout, String... allowedNetworks) {
        return new WebhookSettings(
                10, 1_000, true, List.of(allowedNetworks), timeout, 8, Duration.ofDays(3), Duration.ofDays(30));
    }
}
