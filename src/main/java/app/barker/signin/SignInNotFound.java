package app.barker.signin;

/** There is no such sign-in of this person: there never was, it has ended, or it is somebody else's. */
public class SignInNotFound extends RuntimeException {

    SignInNotFound() {
        super("No such sign-in");
    }
}
