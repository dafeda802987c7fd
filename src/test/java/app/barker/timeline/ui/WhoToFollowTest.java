package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import app.barker.timeline.ui.WhoToFollow.Person;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhoToFollowTest extends ViewTest {

    private static final List<Person> BELLA_AND_JUNO =
            List.of(new Person("bella", "Bella Brindle", "", "2 you follow"), new Person("juno", "Juno Corgi", "", ""));

    private final List<String> asked = new ArrayList<>();

    @Test
    void theBrowserIsHandedThePeopleOnce() {
        WhoToFollow rail = shown(WhoToFollow.beside(BELLA_AND_JUNO, this::follow));

        assertThat(argumentsOf(rail, "show")).containsExactly(BELLA_AND_JUNO);
        assertThat(rail.getElement().getChildCount()).isZero();
    }

    @Test
    void standsInTheRailOrWelcomesWhoFollowsNobody() {
        WhoToFollow rail = WhoToFollow.beside(BELLA_AND_JUNO, this::follow);
        WhoToFollow welcome = WhoToFollow.welcoming(BELLA_AND_JUNO, this::follow);

        assertThat(rail.hasClassName("rail")).isTrue();
        assertThat(rail.getElement().hasAttribute("welcome")).isFalse();
        assertThat(welcome.hasClassName("rail")).isFalse();
        assertThat(welcome.getElement().hasAttribute("welcome")).isTrue();
    }

    @Test
    void aPressFollowsOneOfThem() {
        WhoToFollow rail = shown(WhoToFollow.beside(BELLA_AND_JUNO, this::follow));

        assertThat(call(rail, "follow", "juno", true)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(call(rail, "follow", "juno", false)).isEqualTo(new FollowAnswer(true, ""));

        assertThat(asked).containsExactly("juno true", "juno false");
    }

    @Test
    void aRefusalComesBackWithItsReason() {
        WhoToFollow rail =
                shown(WhoToFollow.beside(BELLA_AND_JUNO, (username, on) -> Optional.of("Nobody of this name.")));

        assertThat(call(rail, "follow", "rex", true)).isEqualTo(new FollowAnswer(false, "Nobody of this name."));
    }

    private WhoToFollow shown(WhoToFollow list) {
        UI.getCurrent().add(list);
        return list;
    }

    private Optional<String> follow(@Nullable String username, boolean on) {
        asked.add(username + " " + on);
        return Optional.empty();
    }
}
