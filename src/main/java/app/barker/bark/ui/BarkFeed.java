package app.barker.bark.ui;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of barks, newest first. It is handed pages and forgets them: the cards live in the browser, and nothing that a
 * reader has scrolled past stays on the server.
 */
@Tag("barker-feed")
@JsModule("./barker-feed.ts")
public class BarkFeed extends Component {

    private final Source source;

    /** Where the feed gets what it shows, and whom it asks to delete. Ids come from the browser and prove nothing. */
    public interface Source {
        BarkPage newest();

        BarkPage olderThan(long barkId);

        void askToDelete(long barkId);
    }

    public BarkFeed(Source source) {
        this.source = source;
    }

    /** Replaces everything by the newest page. */
    public void showNewest() {
        announce(0);
        getElement().callJsFunction("show", ClientPage.of(source.newest()));
    }

    public void insert(BarkCard bark) {
        getElement().callJsFunction("insert", ClientCard.of(bark));
    }

    public void remove(long barkId) {
        getElement().callJsFunction("remove", String.valueOf(barkId));
    }

    /** Says how many newer barks wait. A level, not an event: a tab that nobody reads keeps one number. */
    public void announce(int newer) {
        getElement().setProperty("newer", newer);
    }

    @ClientCallable
    void showNewer() {
        showNewest();
    }

    @ClientCallable
    ClientPage older(@Nullable String beforeId) {
        return idFrom(beforeId).map(id -> ClientPage.of(source.olderThan(id))).orElse(new ClientPage(List.of(), false));
    }

    @ClientCallable
    void askDelete(@Nullable String id) {
        idFrom(id).ifPresent(source::askToDelete);
    }

    private static Optional<Long> idFrom(@Nullable String sent) {
        try {
            return Optional.of(Long.valueOf(String.valueOf(sent)));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /** Ids travel as text: a JavaScript number holds 53 bits. */
    public record ClientCard(String id, String username, String name, String text, String at, boolean mine) {
        static ClientCard of(BarkCard bark) {
            return new ClientCard(
                    String.valueOf(bark.id()),
                    bark.username(),
                    bark.username(),
                    bark.text(),
                    bark.createdAt().toString(),
                    bark.mine());
        }
    }

    /** A page as the browser gets it. */
    public record ClientPage(List<ClientCard> barks, boolean more) {
        static ClientPage of(BarkPage page) {
            return new ClientPage(page.barks().stream().map(ClientCard::of).toList(), page.more());
        }
    }
}
