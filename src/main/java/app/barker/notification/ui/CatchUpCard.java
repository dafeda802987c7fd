package app.barker.notification.ui;

import app.barker.bark.ui.ClientPerson;
import app.barker.notification.CatchUp;
import app.barker.notification.CatchUp.Discussion;
import app.barker.notification.Notification;
import app.barker.notification.NotificationKind;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.Stream;

/** "While you were out": a few lines, an end, and a way to put it away. The browser draws it; the server forgets it. */
@Tag("barker-catch-up")
@JsModule("./barker-catch-up.ts")
public class CatchUpCard extends Component {

    private final Runnable putAway;

    /**
     * A line that leads somewhere.
     *
     * @param words as those of {@link NotificationSentence}
     * @param said what a bark says; empty where it is about several
     * @param note may be empty
     */
    record Line(ClientPerson person, List<Object> words, String said, String note, String href) {

        static Line of(Notification told) {
            String all = told.kind() == NotificationKind.REPLY ? "/notifications/replies" : "/notifications/mentions";
            return new Line(
                    ClientPerson.of(told.people().getFirst()),
                    NotificationSentence.of(told),
                    told.about().map(Notification.About::text).orElse(""),
                    "",
                    told.about().map(bark -> pathOf(bark.barkId())).orElse(all));
        }

        static Line of(Discussion thread) {
            return new Line(
                    ClientPerson.of(thread.author()),
                    List.of(I18NProvider.translate("catch-up.discussed")),
                    thread.about().text(),
                    I18NProvider.translate("catch-up.answers", thread.answers()),
                    pathOf(thread.about().barkId()));
        }

        private static String pathOf(long barkId) {
            return "/barks/" + barkId;
        }
    }

    /** {@code since} has a place for the time, which the browser writes. */
    record Words(String title, String since, String end, String all, String dismiss) {}

    /** @param putAway what is done when its reader knows it */
    public CatchUpCard(CatchUp news, Runnable putAway) {
        this.putAway = putAway;
        getElement()
                .callJsFunction(
                        "show",
                        Stream.concat(
                                        news.toThem().stream().map(Line::of),
                                        news.discussed().stream().map(Line::of))
                                .toList(),
                        news.since().toString(),
                        new Words(
                                getTranslation("catch-up.title"),
                                getTranslation("catch-up.since", "{0}"),
                                getTranslation("catch-up.end"),
                                getTranslation("catch-up.all"),
                                getTranslation("catch-up.dismiss")));
    }

    /** It is gone from the page already. */
    @ClientCallable
    void dismiss() {
        putAway.run();
    }
}
