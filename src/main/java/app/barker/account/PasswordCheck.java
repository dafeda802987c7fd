package app.barker.account;

import java.util.Optional;

/** What a name and a password turned out to be. Only {@link Right} lets anybody in; outsiders never learn which other. */
public sealed interface PasswordCheck {

    /** Whom it lets in. */
    default Optional<Viewer> viewer() {
        return this instanceof Right right ? Optional.of(right.person()) : Optional.empty();
    }

    /** Both belong together, and the person may log in. */
    record Right(Viewer person) implements PasswordCheck {}

    /** The account has another password. */
    record Wrong(long accountId) implements PasswordCheck {}

    /** The password was right, but the account is banned. */
    record Barred(long accountId) implements PasswordCheck {}

    /** Nobody has this name. */
    record Unknown() implements PasswordCheck {}
}
