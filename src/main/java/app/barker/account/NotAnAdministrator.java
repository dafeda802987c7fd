package app.barker.account;

/** Who asks may not do this: administrators may, as long as they are. */
public class NotAnAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnAdministrator() {
        super("Not an administrator");
    }
}
