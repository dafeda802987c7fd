package app.barker.token;

/** There is no such API token, or it is another person's, or has ended. The answer does not tell which. */
public class TokenNotFound extends RuntimeException {

    TokenNotFound() {
        super("No API token that the one who asks could end");
    }
}
