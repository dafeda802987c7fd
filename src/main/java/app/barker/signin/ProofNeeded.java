package app.barker.signin;

/** What was asked for is sensitive, and the last proof of who asks is too old: they have to type their password again. */
public class ProofNeeded extends RuntimeException {

    ProofNeeded() {
        super("The password has to be typed again first");
    }
}
