package app.barker.testing;

import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import java.util.Optional;
import java.util.UUID;

/** Lets dogs bark; answers with the ids of their barks. */
public final class Barking {

    private final BarkService barks;

    public Barking(BarkService barks) {
        this.barks = barks;
    }

    public long bark(Viewer author, String text) {
        return barks.post(author, NewBark.saying(new BarkText(text), UUID.randomUUID()));
    }

    public long reply(Viewer author, long parent, String text) {
        return barks.post(
                author, new NewBark(new BarkText(text), UUID.randomUUID(), Optional.of(parent), Optional.empty()));
    }

    public long quote(Viewer author, long quoted, String text) {
        return barks.post(
                author, new NewBark(new BarkText(text), UUID.randomUUID(), Optional.empty(), Optional.of(quoted)));
    }
}
