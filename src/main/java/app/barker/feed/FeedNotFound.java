package app.barker.feed;

/** There is no such feed, or it is another person's, or has been turned off. The answer does not tell which. */
public class FeedNotFound extends RuntimeException {

    FeedNotFound() {
        super("No feed of the one who asks");
    }
}
