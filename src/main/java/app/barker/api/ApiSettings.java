package app.barker.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What programs may ask.
 *
 * @param requestsPerMinute of one person, by whatever and however many credentials
 * @param streams event streams of one person at a time and node
 * @param allowedOrigins other sites whose pages may ask, with a token: CORS; none by default
 */
@Validated
@ConfigurationProperties("barker.api")
public record ApiSettings(
        @DefaultValue("300") @Min(1) @Max(100_000) int requestsPerMinute,
        @DefaultValue("5") @Min(1) @Max(100) int streams,
        @DefaultValue({}) List<String> allowedOrigins) {}
