package app.barker.bark.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A draft as the browser lists it; what is empty or false is left out.
 *
 * @param text its beginning
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ClientDraft(String key, String text, boolean isAnswer, String at) {

    static ClientDraft of(Composer.Drafting.Kept draft) {
        return new ClientDraft(
                draft.key().toString(),
                draft.beginning(),
                draft.isAnswer(),
                draft.savedAt().toString());
    }

    /** One that is gone on with, whole. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Opened(String text, boolean isAnswer, Optional<ClientCard> answered) {

        static Opened of(Composer.Drafting.Opened draft) {
            return new Opened(draft.text(), draft.isAnswer(), draft.answered().map(ClientCard::of));
        }
    }
}
