package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import app.barker.timeline.ui.ProfileHead.Actions;
import app.barker.timeline.ui.ProfileHead.Head;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileHeadTest extends ViewTest {

    private static final Head BELLA = new Head(
            "bella",
            "Bella Brindle",
            "",
            List.of("Reads all the replies about ", List.of("#", "search", "#search")),
            "2021-03-01T10:00:00Z",
            318,
            86,
            142,
            true,
            false,
            false);

    private final List<String> chosen = new ArrayList<>();
    private final ProfileHead head = new ProfileHead(new Actions() {
        @Override
        public Optional<String> follow(boolean on) {
            chosen.add(on ? "follow" : "unfollow");
            return on ? Optional.of("Not now.") : Optional.empty();
        }

        @Override
        public void mute() {
            chosen.add("mute");
        }

        @Override
        public void unmute() {
            chosen.add("unmute");
        }

        @Override
        public void block() {
            chosen.add("block");
        }
    });

    @BeforeEach
    void isShown() {
        UI.getCurrent().add(head);
    }

    @Test
    void theBrowserIsHandedWhatItDraws() {
        head.show(BELLA);

        assertThat(argumentsOf(head, "show")).containsExactly(BELLA);
        assertThat(head.getElement().getChildCount()).isZero();
    }

    @Test
    void saysThatSomebodyIsMuted() {
        head.showMuted(true);

        assertThat(head.getElement().getProperty("muted", false)).isTrue();
    }

    @Test
    void whatTheReaderChoosesIsDone() {
        call(head, "mute");
        call(head, "unmute");
        call(head, "block");

        assertThat(call(head, "follow", true)).isEqualTo(new FollowAnswer(false, "Not now."));
        assertThat(call(head, "follow", false)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(chosen).containsExactly("mute", "unmute", "block", "follow", "unfollow");
    }
}
