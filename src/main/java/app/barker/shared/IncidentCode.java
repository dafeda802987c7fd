package app.barker.shared;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A short code that a person can quote and an administrator finds in the log; of signs that cannot be confused. */
public record IncidentCode(String value) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private static final Pattern PATTERN = Pattern.compile("[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Another one each time. */
    public static IncidentCode draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new IncidentCode(code.toString());
    }

    /** Whether a text, which may be anything, looks like one. */
    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
