package app.barker.account;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: long, not on a list of leaked ones, not the username. No rules of composition
 * (NIST SP 800-63B-4, 3.1.1.2).
 */
@Component
public class PasswordPolicy {

    private final PasswordSettings settings;
    private final CommonPasswords common;

    PasswordPolicy(PasswordSettings settings, CommonPasswords common) {
        this.settings = settings;
        this.common = common;
    }

    /** In code points. */
    public int minimumLength() {
        return settings.minimumLength();
    }

    /** Says what is wrong with a password as typed; the username may be anything, also nothing. */
    public Optional<PasswordProblem> problemWith(String typed, String username) {
        if (typed.isEmpty()) {
            return Optional.of(PasswordProblem.MISSING);
        }
        return Password.of(typed)
                .map(password -> problemWith(password, username.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Optional.of(whyNone(typed)));
    }

    private static PasswordProblem whyNone(String typed) {
        return Password.isText(typed) ? PasswordProblem.TOO_LONG : PasswordProblem.NOT_TEXT;
    }

    private Optional<PasswordProblem> problemWith(Password password, String username) {
        String lowerCase = password.reveal().toLowerCase(Locale.ROOT);
        if (common.contains(lowerCase)) {
            return Optional.of(PasswordProblem.COMMON);
        }
        if (isLittleMoreThan(username, lowerCase)) {
            return Optional.of(PasswordProblem.LIKE_USERNAME);
        }
        return password.length() < minimumLength() ? Optional.of(PasswordProblem.TOO_SHORT) : Optional.empty();
    }

    /** Who takes the name away should still have a password of some length before them. */
    private static boolean isLittleMoreThan(String username, String password) {
        return username.length() >= Username.SHORTEST
                && password.contains(username)
                && password.replace(username, "").strip().length() < PasswordSettings.SHORTEST_MINIMUM;
    }
}
