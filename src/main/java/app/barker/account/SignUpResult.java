package app.barker.account;

import java.util.Optional;

/** What came of a sign-up. */
public sealed interface SignUpResult {

    record SignedUp(Viewer account) implements SignUpResult {}

    /** Everything that is wrong, field by field, so that a person can mend it in one go. */
    record Refused(Optional<UsernameProblem> username, Optional<PasswordProblem> password, boolean setupCodeWrong)
            implements SignUpResult {}
}
