package app.barker.timeline.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody has muted or blocked, each with a button that ends it. The browser is handed the rows and draws them. */
@Tag("barker-mute-list")
@JsModule("./barker-mute-list.ts")
class MuteList extends Component {

    private final Consumer<String> ending;

    /**
     * One of them.
     *
     * @param key what comes back when it is to end, from a browser, so it proves nothing
     * @param username empty where it is no person
     * @param href where it leads; empty where it leads nowhere
     * @param until when it ends by itself, as ISO 8601; empty where it does not
     */
    record Row(String key, String username, String title, String href, String until) {}

    /** @param none what it says when there is nothing */
    MuteList(String kind, String none, Consumer<String> ending) {
        this.ending = ending;
        getElement().setAttribute("kind", kind).setAttribute("none", none);
    }

    void show(List<Row> rows) {
        getElement().callJsFunction("show", rows);
    }

    @ClientCallable
    void end(@Nullable String key) {
        ending.accept(String.valueOf(key));
    }
}
