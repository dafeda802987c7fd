package app.barker.timeline.ui;

import app.barker.bark.ui.ClientSegments;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;

/** Who somebody is, above their barks, with what the reader may do about them. The browser draws it. */
@Tag("barker-profile-head")
@JsModule("./barker-profile-head.ts")
class ProfileHead extends Component {

    private final Actions actions;

    /** What the reader chooses. The view asks first, where a question belongs before it. */
    interface Actions {

        /** Says, in the reader's language, why it was refused, or nothing when it was done. */
        Optional<String> follow(boolean on);

        void mute();

        void unmute();

        void block();
    }

    /**
     * Somebody, as the reader sees them.
     *
     * @param avatar its address; empty where there is only the drawn dog
     * @param bio in pieces, as {@link ClientSegments} makes them
     * @param since when they signed up, as ISO 8601
     * @param following how many people they follow
     * @param followsYou whether they follow the reader
     * @param followed whether the reader follows them
     * @param mine whether they are the reader
     */
    record Head(
            String username,
            String displayName,
            String avatar,
            List<Object> bio,
            String since,
            long barks,
            long following,
            long followers,
            boolean followsYou,
            boolean followed,
            boolean mine) {}

    ProfileHead(Actions actions) {
        this.actions = actions;
    }

    void show(Head head) {
        getElement().callJsFunction("show", head);
    }

    /** The menu then offers the way back. */
    void showMuted(boolean muted) {
        getElement().setProperty("muted", muted);
    }

    @ClientCallable
    FollowAnswer follow(boolean on) {
        return FollowAnswer.to(actions.follow(on));
    }

    @ClientCallable
    void mute() {
        actions.mute();
    }

    @ClientCallable
    void unmute() {
        actions.unmute();
    }

    @ClientCallable
    void block() {
        actions.block();
    }
}
