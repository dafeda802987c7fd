package app.barker.account;

/** What must hold besides the standing of an account whenever its owner writes. Asked in the transaction of the write. */
public interface WriteCondition {

    /** Throws when it does not hold: the write is undone. */
    void require(Viewer me);
}
