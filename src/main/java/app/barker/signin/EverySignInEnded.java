package app.barker.signin;

/** Published in the transaction that ends every sign-in of an account, also where there was none. */
public record EverySignInEnded(long accountId, SignInEnd why) {}
