package app.barker.notification;

/** Published in the transaction that may change how many notifications somebody has not read, or when they want no badge. */
record InboxChanged(long accountId) {}
