package app.barker.account;

/** Too many passwords are being hashed right now; a moment later it works. */
public class HashingBusy extends RuntimeException {

    HashingBusy(Throwable cause) {
        super("No turn for hashing a password", cause);
    }
}
