package app.barker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.HomeView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.dom.Element;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MainLayoutTest extends ViewTest {

    private static final Viewer REX = new Viewer(1, "rex", Role.USER);

    @Test
    void headsThePageWithTheWaysThatThereAre() {
        logIn(REX);
        navigate(HomeView.class);

        Header header = find(Header.class).single();
        assertThat(find(Nav.class, header).single().getElement().getAttribute("aria-label"))
                .isEqualTo("Main");
        assertThat(find(Anchor.class, header).all()).extracting(Anchor::getHref).containsOnly("/");
    }

    @Test
    void saysWhoIsLoggedIn() {
        logIn(REX);
        navigate(HomeView.class);

        assertThat(find(AccountMenu.class).single().getElement().getTextRecursively())
                .contains("rex", "@rex");
    }

    @Test
    void theWayOutIsAFormWithTheTokenThatNoOtherSiteKnows() {
        logIn(REX);
        navigate(HomeView.class);

        Element form = within(find(AccountMenu.class).single().getElement())
                .filter(element -> element.getTag().equals("form"))
                .findFirst()
                .orElseThrow();
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.getAttribute("action")).isEqualTo("logout");
        assertThat(within(form).filter(element -> element.getTag().equals("input")))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.getAttribute("name")).isEqualTo("_csrf");
                    assertThat(token.getAttribute("value")).isEqualTo(CSRF_TOKEN);
                });
        assertThat(within(form).filter(element -> element.getTag().equals("button")))
                .singleElement()
                .satisfies(button -> {
                    assertThat(button.getTextRecursively()).isEqualTo("Log out");
                    assertThat(button.getAttribute("type")).isEqualTo("submit");
                });
    }

    @Test
    void whoIsNotLoggedInSeesNothingOfIt() {
        open("no/such/page");

        assertThat(find(Header.class).exists()).isFalse();
        assertThat(find(AccountMenu.class).exists()).isFalse();
    }

    @Test
    void theFirstStepOfTheKeyboardSkipsToTheContent() {
        logIn(REX);
        navigate(HomeView.class);

        Anchor skip = find(Anchor.class).all().getFirst();
        assertThat(skip.getText()).isEqualTo("Skip to the content");
        assertThat(find(Main.class).withId("main").exists()).isTrue();
        assertThat(skip.getHref()).isEqualTo("#main");
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(
                Stream.of(element),
                element.getChildren().filter(child -> !child.isTextNode()).flatMap(MainLayoutTest::within));
    }
}
