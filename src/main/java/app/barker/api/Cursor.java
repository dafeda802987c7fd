package app.barker.api;

import java.util.regex.Pattern;

/** Where a page begins: behind this entry. A client takes it from the address of the next page. */
public record Cursor(long entryId) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * As Spring converts a parameter.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    public static Cursor valueOf(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not where a page begins");
        }
        return new Cursor(Long.parseLong(text));
    }
}
