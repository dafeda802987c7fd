package app.barker.signin;

/** By what a person proved who they are when a sign-in began. Stored by name. */
public enum SignInMethod {
    PASSWORD,
    /** By nothing: the page that shows how credentials live and die opened it for a moment, in its reader's name. */
    LAB
}
