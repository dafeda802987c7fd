package app.barker.media;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param perDay pictures that one person may upload within a day, those that are refused included */
@Validated
@ConfigurationProperties("barker.media")
record MediaSettings(
        @DefaultValue("200") @Min(1) @Max(100_000) int perDay) {}
