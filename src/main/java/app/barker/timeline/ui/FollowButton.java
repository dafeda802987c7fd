package app.barker.timeline.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Optional;

/** Follows somebody at a click and unfollows at the next; the browser shows it at once, and takes it back when refused. */
@Tag("barker-follow")
@JsModule("./barker-follow.ts")
class FollowButton extends Component {

    private final Toggle toggle;

    /** Follows or unfollows; says, in the reader's language, why it was refused, or nothing when it was done. */
    @FunctionalInterface
    interface Toggle {
        Optional<String> follow(boolean on);
    }

    FollowButton(String username, boolean following, Toggle toggle) {
        this.toggle = toggle;
        getElement().setAttribute("username", username).setAttribute("following", following);
    }

    @ClientCallable
    FollowAnswer follow(boolean on) {
        return FollowAnswer.to(toggle.follow(on));
    }
}
