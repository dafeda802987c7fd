package app.barker.api;

import java.util.regex.Pattern;

/** The number of a bark as it is written in an address; one spelling of each. */
public record BarkId(long value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * As Spring converts a part of an address.
     *
     * @throws IllegalArgumentException when it is the number of nothing
     */
    public static BarkId valueOf(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the number of a bark");
        }
        return new BarkId(Long.parseLong(text));
    }
}
