package app.barker.timeline.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People whom one may want to follow. The browser is handed them once and draws them; the server forgets them. */
@Tag("barker-suggestions")
@JsModule("./barker-suggestions.ts")
class WhoToFollow extends Component {

    private final Toggle toggle;

    /** Somebody in the list. {@code avatar} is an address, empty where there is only the drawn dog; {@code why} may be empty. */
    record Person(String username, String displayName, String avatar, String why) {}

    /**
     * Follows or unfollows by a name, which comes from the browser and proves nothing; says, in the reader's language, why
     * it was refused, or nothing when it was done.
     */
    @FunctionalInterface
    interface Toggle {
        Optional<String> follow(String username, boolean on);
    }

    private WhoToFollow(List<Person> people, Toggle toggle) {
        this.toggle = toggle;
        getElement().callJsFunction("show", people);
    }

    /** The rail beside a page, on screens that have room for it. */
    static WhoToFollow beside(List<Person> people, Toggle toggle) {
        WhoToFollow rail = new WhoToFollow(people, toggle);
        rail.addClassName("rail");
        return rail;
    }

    /** For a Home whose reader follows nobody yet: says what it shows instead, and whom to follow. */
    static WhoToFollow welcoming(List<Person> people, Toggle toggle) {
        WhoToFollow welcome = new WhoToFollow(people, toggle);
        welcome.getElement().setAttribute("welcome", true);
        return welcome;
    }

    @ClientCallable
    FollowAnswer follow(@Nullable String username, boolean on) {
        return FollowAnswer.to(toggle.follow(username == null ? "" : username, on));
    }
}
