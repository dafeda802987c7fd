package app.barker.signin;

import app.barker.account.Viewer;

/** Who asks, and by which sign-in: what the services for one's own sign-ins need to know. Made from a session alone. */
public record SignedIn(Viewer viewer, long signInId) {}
