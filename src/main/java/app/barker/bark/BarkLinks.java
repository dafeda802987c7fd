package app.barker.bark;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to barks, as people copy them from one bark into another to quote it. */
public final class BarkLinks {

    /** At most 18 digits: a bark's id fits into a long. */
    private static final Pattern LINK = Pattern.compile("https?://([^\\s/]+)/barks/(\\d{1,18})(?!\\d)");

    private BarkLinks() {}

    /**
     * The bark that the first such link in a text leads to.
     *
     * @param here where the reader's own Barker stands, for its host and port; links to others are just links
     */
    public static Optional<Long> firstIn(String text, URI here) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            if (link.group(1).equalsIgnoreCase(here.getRawAuthority())) {
                return Optional.of(Long.valueOf(link.group(2)));
            }
        }
        return Optional.empty();
    }
}
