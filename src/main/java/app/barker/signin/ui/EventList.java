package app.barker.signin.ui;

import app.barker.signin.SecurityEvent;
import app.barker.signin.SecurityHistory;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Lines of the security history, the newest first. The browser is handed them page by page and draws them. */
@Tag("barker-security-events")
@JsModule("./barker-security-events.ts")
public class EventList extends Component {

    private final LongFunction<List<SecurityEvent>> pages;

    /** @param pages what stands before a line, which is excluded */
    public EventList(LongFunction<List<SecurityEvent>> pages) {
        this.pages = pages;
        getElement().callJsFunction("show", page(Long.MAX_VALUE));
    }

    /** Where the lines are not all about the one who reads them. */
    public EventList withNames() {
        getElement().setAttribute("names", true);
        return this;
    }

    /** Several of them. */
    public record Page(List<Line> lines, boolean more) {}

    /** One of them: the time in ISO 8601, what is not known is empty. */
    public record Line(
            String id,
            String kind,
            String at,
            String person,
            String actor,
            String address,
            String browser,
            String system,
            String code,
            String detail) {

        static Line of(SecurityEvent event) {
            return new Line(
                    String.valueOf(event.id()),
                    event.kind().name(),
                    event.at().toString(),
                    event.person().orElse(""),
                    event.actor().orElse(""),
                    event.address(),
                    event.browser(),
                    event.operatingSystem(),
                    event.code().orElse(""),
                    event.detail());
        }
    }

    /** @param before what a browser sends, so it may be anything */
    @ClientCallable
    Page older(@Nullable String before) {
        return before != null && before.matches("\\d{1,18}")
                ? page(Long.parseLong(before))
                : new Page(List.of(), false);
    }

    private Page page(long before) {
        List<SecurityEvent> events = pages.apply(before);
        return new Page(events.stream().map(Line::of).toList(), events.size() == SecurityHistory.PAGE_SIZE);
    }
}
