package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowButtonTest extends ViewTest {

    private final List<Boolean> asked = new ArrayList<>();

    @Test
    void saysWhomItIsAboutAndWhetherOneFollowsThem() {
        FollowButton button = button(true, Optional.empty());

        assertThat(button.getElement().getAttribute("username")).isEqualTo("bella");
        assertThat(button.getElement().hasAttribute("following")).isTrue();
        assertThat(button(false, Optional.empty()).getElement().hasAttribute("following"))
                .isFalse();
    }

    @Test
    void aPressFollowsAndTheNextUnfollows() {
        FollowButton button = button(false, Optional.empty());

        assertThat(call(button, "follow", true)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(call(button, "follow", false)).isEqualTo(new FollowAnswer(true, ""));

        assertThat(asked).containsExactly(true, false);
    }

    @Test
    void aRefusalComesBackWithItsReason() {
        FollowButton button = button(false, Optional.of("Not now."));

        assertThat(call(button, "follow", true)).isEqualTo(new FollowAnswer(false, "Not now."));
    }

    private FollowButton button(boolean following, Optional<String> answer) {
        FollowButton button = new FollowButton("bella", following, on -> {
            asked.add(on);
            return answer;
        });
        UI.getCurrent().add(button);
        return button;
    }
}
