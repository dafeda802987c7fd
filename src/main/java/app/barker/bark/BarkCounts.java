package app.barker.bark;

/** How much a bark has caused, whoever asks. */
public record BarkCounts(long replies, long rebarks, long likes) {}
