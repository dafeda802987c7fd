package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.bark.BarkCard;
import app.barker.bookmark.Reminder;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Of which barks somebody wants to be reminded, each with a button that ends it. The browser is handed the rows and draws them. */
@Tag("barker-reminders")
@JsModule("./barker-reminders.ts")
class ReminderList extends Component {

    /** As much of a bark as tells it from others. */
    private static final int BEGINNING = 120;

    private final LongConsumer ending;

    /**
     * One of them.
     *
     * @param at in RFC 3339
     * @param isTold whether its time has come
     * @param words how the bark begins
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Row(String id, String at, boolean isTold, Person author, String words) {

        static Row of(Reminder reminder, BarkCard bark) {
            BarkCard.Author author = bark.author();
            return new Row(
                    String.valueOf(bark.id()),
                    reminder.at().toString(),
                    reminder.isTold(),
                    new Person(
                            author.username(),
                            author.displayName(),
                            AvatarAddress.of(author.id(), author.avatarVersion())),
                    beginning(bark.text()));
        }

        private static String beginning(String text) {
            return text.substring(
                    0, text.offsetByCodePoints(0, Math.min(BEGINNING, text.codePointCount(0, text.length()))));
        }
    }

    /** Who wrote the bark; the avatar is empty for the drawn dog. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Person(String username, String name, String avatar) {}

    /** @param ending called with an id that comes from a browser, so it proves nothing */
    ReminderList(LongConsumer ending) {
        this.ending = ending;
    }

    void show(List<Row> rows) {
        getElement().callJsFunction("show", rows);
    }

    @ClientCallable
    void forget(@Nullable String id) {
        Places.number(String.valueOf(id)).ifPresent(ending);
    }
}
