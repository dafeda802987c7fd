package app.barker.token;

/** What a request was shown for has ended since. */
public class CredentialOver extends RuntimeException {

    CredentialOver() {
        super("The credential, or what it hangs on, has ended");
    }
}
