package app.barker.signin;

import java.time.Instant;

/**
 * Between two visits of one person, in whatever browsers.
 *
 * @param since when they were last seen before; to the minute
 * @param until when they came back
 */
public record Absence(Instant since, Instant until) {}
