package app.barker.signin.ui;

/** A part of an open page that shows something of its owner's sign-ins, or of what happened to the account. */
public interface ShowsSignIns {

    /** That has changed. Under the lock of the page. */
    void signInsChanged();
}
