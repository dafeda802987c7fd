package app.barker.notification.ui;

import app.barker.bark.BarkCard.Author;
import app.barker.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Bella, Juno and 6 others liked your bark", in the reader's language, in pieces, so that names can look like names. */
final class NotificationSentence {

    /** Stands where a name belongs. No sentence of ours holds such a character. */
    private static final char HOLE = '\u0001';

    private static final Pattern HOLES = Pattern.compile(HOLE + "(\\d)");

    private NotificationSentence() {}

    /** Words as they are; a name, or how many others, as a list of what is read and, for a name, the username. */
    static List<Object> of(Notification told) {
        List<Object> names = names(told);
        String who = switch (names.size()) {
            case 1 -> hole(0);
            case 2 -> I18NProvider.translate("notifications.two", hole(0), hole(1));
            default -> I18NProvider.translate("notifications.many", hole(0), hole(1), hole(2));
        };
        String number = names.size() > 1 ? ".many" : "";
        return filled(I18NProvider.translate("notifications.did." + told.kind() + number, who), names);
    }

    private static List<Object> names(Notification told) {
        List<Object> names = new ArrayList<>();
        told.people().stream().limit(2).map(NotificationSentence::name).forEach(names::add);
        long others = told.count() - names.size();
        if (others > 0) {
            names.add(List.of(I18NProvider.translate("notifications.others", others)));
        }
        return names;
    }

    private static Object name(Author author) {
        return List.of(author.displayName(), author.username());
    }

    private static String hole(int place) {
        return HOLE + String.valueOf(place);
    }

    private static List<Object> filled(String sentence, List<Object> names) {
        List<Object> pieces = new ArrayList<>();
        int done = 0;
        Matcher holes = HOLES.matcher(sentence);
        for (MatchResult hole : holes.results().toList()) {
            pieces.add(sentence.substring(done, hole.start()));
            pieces.add(names.get(Integer.parseInt(hole.group(1))));
            done = hole.end();
        }
        pieces.add(sentence.substring(done));
        pieces.remove("");
        return pieces;
    }
}
