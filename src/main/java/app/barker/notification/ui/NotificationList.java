package app.barker.notification.ui;

import app.barker.notification.NotificationPage;
import app.barker.notification.QuietHours;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of what one is told of. The browser is handed stretches of it and draws them; the server keeps none. */
@Tag("barker-notifications")
@JsModule("./barker-notifications.ts")
class NotificationList extends Component {

    private final Source source;

    /** What the page asks for. Ids come from a browser, so they prove nothing. */
    interface Source {

        /** What stands behind an id; what is no id stands for the newest. */
        NotificationPage page(String before);

        void seen(String upTo);

        /** Says, in the reader's language, why it was not done, or nothing when it was. */
        Optional<String> readAll();
    }

    /** A stretch of the list. */
    record Page(List<ClientNotification> rows, String next, boolean more) {

        static Page of(NotificationPage page) {
            return new Page(
                    page.notifications().stream().map(ClientNotification::of).toList(),
                    String.valueOf(page.next()),
                    page.more());
        }
    }

    /** Where one can go from here; the current one has no address. */
    record Way(String words, String href, boolean current) {}

    /** What stands on the page whatever is in the list. {@code quiet} may be empty. */
    record Words(
            String title,
            List<Way> tabs,
            String tabsName,
            String readAll,
            String settings,
            String quiet,
            String change,
            String today,
            String earlier,
            String unread,
            String unreadOne,
            String open,
            String more,
            String fresh,
            String failed,
            String emptyTitle,
            String emptyText) {}

    NotificationList(Source source) {
        this.source = source;
    }

    void show(NotificationTab tab, Optional<QuietHours> quiet) {
        getElement().callJsFunction("show", Page.of(source.page("")), words(tab, quiet), tab == NotificationTab.ALL);
    }

    private Words words(NotificationTab shown, Optional<QuietHours> quiet) {
        return new Words(
                getTranslation("notifications.title"),
                Arrays.stream(NotificationTab.values())
                        .map(tab -> new Way(
                                getTranslation("notifications.tab." + tab),
                                tab.path().isEmpty() ? "/notifications" : "/notifications/" + tab.path(),
                                tab == shown))
                        .toList(),
                getTranslation("notifications.tabs"),
                getTranslation("notifications.read-all"),
                getTranslation("notifications.settings"),
                quiet.map(hours -> getTranslation(
                                "notifications.quiet",
                                hours.from().toString(),
                                hours.to().toString()))
                        .orElse(""),
                getTranslation("notifications.change"),
                getTranslation("notifications.today"),
                getTranslation("notifications.earlier"),
                getTranslation("notifications.unread"),
                getTranslation("notifications.unread.one"),
                getTranslation("notifications.open"),
                getTranslation("notifications.more"),
                getTranslation("notifications.fresh"),
                getTranslation("notifications.failed"),
                getTranslation("notifications.empty.title"),
                getTranslation("notifications.empty.text." + shown));
    }

    @ClientCallable
    Page page(@Nullable String before) {
        return Page.of(source.page(before == null ? "" : before));
    }

    @ClientCallable
    void seen(@Nullable String upTo) {
        source.seen(upTo == null ? "" : upTo);
    }

    /** Empty when it was done. */
    @ClientCallable
    String readAll() {
        return source.readAll().orElse("");
    }
}
