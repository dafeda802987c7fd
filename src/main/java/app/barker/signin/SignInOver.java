package app.barker.signin;

/** The sign-in that asks has ended. */
public class SignInOver extends RuntimeException {

    public SignInOver() {
        super("This sign-in has ended");
    }
}
