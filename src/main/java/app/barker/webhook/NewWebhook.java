package app.barker.webhook;

import app.barker.shared.Characters;
import app.barker.shared.FoldedText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What somebody wants a webhook to be.
 *
 * @param name as typed: of a person or a tag, with its sign or without; else it does not matter
 * @param word that a bark has to contain; empty for any
 */
public record NewWebhook(String address, Watched.Kind watches, String name, String word) {

    static final int LONGEST_ADDRESS = 500;

    /** In code points, of which two UTF-16 units each fit the column on H2. */
    static final int LONGEST_WORD = 100;

    /** Drops white space around what was typed. */
    public NewWebhook {
        address = Characters.strip(address);
        name = Characters.strip(name);
        word = Characters.strip(word);
    }

    /** What is wrong with the address or the word: size first. */
    Optional<WebhookProblem> problem(boolean httpAllowed) {
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.of(WebhookProblem.ADDRESS_TOO_LONG);
        }
        Optional<URI> parsed = parse(address);
        if (parsed.isEmpty()) {
            return Optional.of(WebhookProblem.ADDRESS_UNREADABLE);
        }
        boolean http = "http".equalsIgnoreCase(parsed.get().getScheme());
        if (http && !httpAllowed) {
            return Optional.of(WebhookProblem.ADDRESS_WITHOUT_TLS);
        }
        if (!http && !"https".equalsIgnoreCase(parsed.get().getScheme())) {
            return Optional.of(WebhookProblem.ADDRESS_UNREADABLE);
        }
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return Optional.of(WebhookProblem.WORD_TOO_LONG);
        }
        return !word.isEmpty() && new FoldedText(word).isEmpty()
                ? Optional.of(WebhookProblem.WORD_EMPTY)
                : Optional.empty();
    }

    /** With a server, and without what would be a secret of its own in the address. */
    private static Optional<URI> parse(String address) {
        try {
            URI uri = new URI(address);
            boolean fits = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && address.chars().allMatch(c -> c > ' ' && c < 127);
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
