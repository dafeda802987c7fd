package app.barker.bark.ui;

import app.barker.bark.ThreadRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A row of a list as the browser gets it: a bark, or where one was deleted its id, or neither.
 *
 * @param gone the id of a deleted bark
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ClientRow(Optional<ClientCard> card, String gone, boolean linked, boolean focused) {

    ClientRow marking(Predicate<String> words) {
        return new ClientRow(card.map(bark -> bark.marking(words)), gone, linked, focused);
    }

    static ClientRow of(ThreadRow row) {
        return switch (row) {
            case ThreadRow.Shown(var bark, boolean linked, boolean focused) ->
                new ClientRow(Optional.of(ClientCard.of(bark)), "", linked, focused);
            case ThreadRow.Tombstone(long barkId, boolean linked) ->
                new ClientRow(Optional.empty(), String.valueOf(barkId), linked, false);
            case ThreadRow.Gap(boolean linked) -> new ClientRow(Optional.empty(), "", linked, false);
        };
    }
}
