package app.barker.bark;

/** A bark that does not exist, or not for the one who asks: the answer does not tell which. */
public class BarkNotFound extends RuntimeException {

    /** Of one that was asked for. */
    public BarkNotFound() {
        super("No such bark for the one who asks");
    }
}
