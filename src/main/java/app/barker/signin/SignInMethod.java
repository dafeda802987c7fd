package app.barker.signin;

/** By what a person proved who they are when a sign-in began. Stored by name. */
public enum SignInMethod {
    PASSWORD
}
