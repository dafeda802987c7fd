package app.barker.bark;

import java.time.Instant;

/** What a bark said, from when on. */
public record BarkVersion(String text, Instant writtenAt) {}
