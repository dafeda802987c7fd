package app.barker.notification.ui;

import app.barker.bark.RichText;
import app.barker.bark.ui.ClientPerson;
import app.barker.bark.ui.ClientSegments;
import app.barker.notification.Notification;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * A notification as the browser gets it.
 *
 * @param words what happened: words as they are, names as {@link NotificationSentence} makes them
 * @param bark the id of the bark that it is about; empty for followers
 * @param segments that bark's text in pieces
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record ClientNotification(
        String id,
        String kind,
        List<ClientPerson> people,
        List<Object> words,
        String bark,
        List<Object> segments,
        String at,
        boolean unread) {

    static ClientNotification of(Notification told) {
        return new ClientNotification(
                String.valueOf(told.id()),
                told.kind().name().toLowerCase(Locale.ROOT),
                told.people().stream().map(ClientPerson::of).toList(),
                NotificationSentence.of(told),
                told.about().map(bark -> String.valueOf(bark.barkId())).orElse(""),
                told.about()
                        .map(bark -> ClientSegments.of(RichText.of(bark.text(), bark.mentions())))
                        .orElse(List.of()),
                told.at().toString(),
                told.unread());
    }
}
