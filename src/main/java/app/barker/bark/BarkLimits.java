package app.barker.bark;

import app.barker.shared.Allowance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much one person may say. */
@Configuration(proxyBeanMethods = false)
class BarkLimits {

    /** For barks, rebarks and edits together. */
    @Bean
    Allowance barkAllowance(BarkSettings settings, Clock clock) {
        return new Allowance(settings.perMinute(), Duration.ofMinutes(1), clock);
    }
}
