package app.barker.account;

/** A password that may be stored: hashed before a transaction begins, for a connection must not wait for it. */
public record HashedPassword(String hash) {

    /** Not the hash, which does not belong into a log. */
    @Override
    public String toString() {
        return "HashedPassword";
    }
}
