package app.barker.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A well-formed username in lower case: 2 to 30 of a–z, 0–9, {@code _} and {@code -}, beginning with a letter, and none of
 * the reserved names.
 */
public record Username(String value) {

    public static final int SHORTEST = 2;
    public static final int LONGEST = 30;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]*");

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say */
    public Username {
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        value = value.toLowerCase(Locale.ROOT);
    }

    /** Says what is wrong with a name as typed; cheap checks first. Upper case is fine, it is stored in lower case. */
    public static Optional<UsernameProblem> problemWith(String typed) {
        Optional<UsernameProblem> problem = problemWithForm(typed);
        return problem.isEmpty() && ReservedUsernames.contains(typed.toLowerCase(Locale.ROOT))
                ? Optional.of(UsernameProblem.RESERVED)
                : problem;
    }

    /** As {@link #problemWith}, without the reserved names: that list may grow over names which people already have. */
    static Optional<UsernameProblem> problemWithForm(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(UsernameProblem.MISSING);
        }
        if (typed.length() > LONGEST) {
            return Optional.of(UsernameProblem.TOO_LONG);
        }
        if (!ALLOWED.matcher(typed).matches()) {
            return Optional.of(UsernameProblem.CHARACTERS);
        }
        if (!Character.isLetter(typed.charAt(0))) {
            return Optional.of(UsernameProblem.FIRST_CHARACTER);
        }
        return typed.length() < SHORTEST ? Optional.of(UsernameProblem.TOO_SHORT) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
