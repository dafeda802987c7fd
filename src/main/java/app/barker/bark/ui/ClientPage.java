package app.barker.bark.ui;

import app.barker.bark.BarkThread;
import java.util.List;
import java.util.function.Predicate;

/**
 * A page as the browser gets it.
 *
 * @param next what the browser says to get what comes behind it
 */
public record ClientPage(List<ClientRow> rows, String next, boolean more) {

    static final ClientPage EMPTY = new ClientPage(List.of(), "", false);

    ClientPage marking(Predicate<String> words) {
        return new ClientPage(rows.stream().map(row -> row.marking(words)).toList(), next, more);
    }

    static ClientPage of(BarkThread.Replies page) {
        return new ClientPage(
                page.rows().stream().map(ClientRow::of).toList(), String.valueOf(page.next()), page.more());
    }
}
