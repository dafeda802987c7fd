package app.barker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class ErrorViewTest extends ViewTest {

    @AnonymousAllowed
    public static class Broken extends Div implements BeforeEnterObserver {

        static Supplier<RuntimeException> failure = IllegalStateException::new;

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            throw failure.get();
        }
    }

    @BeforeEach
    void aPageIsBroken() {
        RouteConfiguration.forSessionScope().setRoute("broken", Broken.class);
    }

    @Test
    void aFailureKeepsItsDetailsForTheLogAndGivesACodeThatFindsThem(CapturedOutput log) {
        Broken.failure = () -> new IllegalStateException("the couch is on fire");

        assertThat(open("broken")).isEqualTo(500);

        assertThat(getCurrentView()).isInstanceOf(ErrorView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Something broke on our side");
        assertThat(UI.getCurrent().getElement().getTextRecursively()).doesNotContain("couch", "Exception");
        String code = find(Code.class).single().getText();
        assertThat(code).matches("[B-Z2-9]{4}-[B-Z2-9]{4}");
        assertThat(log).contains(code, "the couch is on fire");
    }

    @Test
    void theWayOnIsTheSamePageAgain() {
        open("broken?page=2");

        assertThat(find(Anchor.class).withText("Try again").single().getHref()).isEqualTo("/broken?page=2");
    }

    @Test
    void aDatabaseThatIsAwayMakesThePageUnavailable() {
        Broken.failure = () -> new CannotCreateTransactionException("no connection");
        assertThat(open("broken")).isEqualTo(503);
    }

    @Test
    void alsoWhereThatIsTheCauseOfTheFailure() {
        Broken.failure =
                () -> new IllegalStateException("no page", new DataAccessResourceFailureException("connection reset"));
        assertThat(open("broken")).isEqualTo(503);
    }
}
