package app.barker.signin;

/** Published when the list of a person's sign-ins, or what they are to be told about them, has changed. */
public record SignInsChanged(long accountId) {}
