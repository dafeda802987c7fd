package app.barker.bark;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param perMinute how often one person may bark, rebark or edit within a minute */
@Validated
@ConfigurationProperties("barker.bark")
record BarkSettings(@DefaultValue("30") @Min(1) @Max(10_000) int perMinute) {}
