package app.barker.account;

/** Nobody would be left to look after this Barker. */
public class LastAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super("The last administrator");
    }
}
