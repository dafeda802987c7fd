package app.barker.bookmark;

/** Published in the transaction in which somebody changes their own reminders. */
record RemindersChanged() {}
