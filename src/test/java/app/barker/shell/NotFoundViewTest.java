package app.barker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import org.junit.jupiter.api.Test;

class NotFoundViewTest extends ViewTest {

    @Test
    void anAddressThatLeadsNowhereIsNotFound() {
        logIn(new Viewer(1, "rex", Role.USER));

        assertThat(open("no/such/page?at=all")).isEqualTo(404);

        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("This trail ends here");
        assertThat(find(Anchor.class).withText("Go home").single().getHref()).isEqualTo("/");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Not found · Barker");
    }

    @Test
    void anAddressThatHoldsMarkupShowsNoneOfIt() {
        logIn(new Viewer(1, "rex", Role.USER));

        assertThat(open("%3Cimg%20src=x%20onerror=alert(1)%3E")).isEqualTo(404);

        assertThat(UI.getCurrent().getElement().getTextRecursively()).doesNotContain("img", "onerror");
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain("onerror");
    }
}
