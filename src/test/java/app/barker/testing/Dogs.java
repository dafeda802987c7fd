package app.barker.testing;

import app.barker.account.AccountService;
import app.barker.account.SignUpResult.SignedUp;
import app.barker.account.Viewer;

/** People for tests: named dogs with a good password. */
public final class Dogs {

    public static final String PASSWORD = "correct horse battery staple";

    private final AccountService accounts;

    public Dogs(AccountService accounts) {
        this.accounts = accounts;
    }

    /** Signs a dog up that has not been here before. */
    public Viewer signUp(String name) {
        return ((SignedUp) accounts.signUp(name, PASSWORD, "")).account();
    }
}
