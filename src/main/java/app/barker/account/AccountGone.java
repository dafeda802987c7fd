package app.barker.account;

/** The account behind a session does not stand any more, or is banned. */
public class AccountGone extends RuntimeException {

    AccountGone() {
        super("The account of this session is gone");
    }
}
