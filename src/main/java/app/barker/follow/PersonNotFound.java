package app.barker.follow;

/**
 * There is nobody of this name whom one could follow, mute or block: a name that nobody has, one's own, or that of somebody
 * behind a block. The answer does not tell which.
 */
public class PersonNotFound extends RuntimeException {

    /** Of a name that was asked for. */
    public PersonNotFound() {
        super("Nobody whom the one who asks can find");
    }
}
