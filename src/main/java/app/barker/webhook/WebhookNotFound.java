package app.barker.webhook;

/** There is no such webhook, or it is another person's. The answer does not tell which. */
public class WebhookNotFound extends RuntimeException {

    WebhookNotFound() {
        super("No webhook of the one who asks");
    }
}
