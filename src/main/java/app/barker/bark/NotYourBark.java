package app.barker.bark;

/** Somebody else's bark, or one that does not exist: the answer does not tell which. */
public class NotYourBark extends RuntimeException {

    NotYourBark() {
        super("Not a bark of the one who asks");
    }
}
