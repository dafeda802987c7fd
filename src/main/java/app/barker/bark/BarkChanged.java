package app.barker.bark;

/** Published in the transaction that changes what others see of a bark: its words, its numbers, its quote. */
public record BarkChanged(long barkId) {}
