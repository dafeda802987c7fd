package app.barker.shell;

import java.security.SecureRandom;

/** A short code that a person can quote and an administrator finds in the log; of signs that cannot be confused. */
record IncidentCode(String value) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    static IncidentCode draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new IncidentCode(code.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
