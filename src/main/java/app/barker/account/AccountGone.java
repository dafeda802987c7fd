package app.barker.account;

/** The account behind a session does not stand any more. */
public class AccountGone extends RuntimeException {

    AccountGone() {
        super("The account of this session is gone");
    }
}
