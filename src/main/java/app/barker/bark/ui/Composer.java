package app.barker.bark.ui;

import app.barker.bark.BarkText;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a bark is written. The counter and the text live in the browser; one request brings the finished text. */
@Tag("barker-composer")
@JsModule("./barker-composer.ts")
public class Composer extends Component {

    private final Posting posting;

    /** Takes a text as typed; says, in the reader's language, why it was not posted, or nothing when it was. */
    @FunctionalInterface
    public interface Posting {
        Optional<String> post(String text, UUID key);
    }

    /** @param account keys the copy that the browser keeps while there is no connection */
    public Composer(String account, Posting posting) {
        this.posting = posting;
        getElement().setAttribute("account", account);
        getElement().setAttribute("limit", String.valueOf(BarkText.LONGEST));
        getElement().setAttribute("points-limit", String.valueOf(BarkText.MOST_CODE_POINTS));
    }

    /** What the browser is told: whether it may forget the text, or else why not. */
    public record Answer(boolean posted, String why) {}

    @ClientCallable
    Answer post(@Nullable String text, @Nullable String key) {
        Optional<String> refused = keyFrom(key)
                .map(uuid -> posting.post(text == null ? "" : text, uuid))
                .orElseGet(() -> Optional.of(getTranslation("bark.not-sent")));
        return new Answer(refused.isEmpty(), refused.orElse(""));
    }

    private static Optional<UUID> keyFrom(@Nullable String key) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(key)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
