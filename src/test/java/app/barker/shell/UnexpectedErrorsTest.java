package app.barker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.HomeView;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedErrorsTest extends ViewTest {

    @Autowired
    AccountService accounts;

    private static final Pattern QUOTE = Pattern.compile("quote ([B-Z2-9]{4}-[B-Z2-9]{4})\\.$");

    @Test
    void aPersonIsToldWhereTheyAreAndTheLogKnowsTheRest(CapturedOutput log) {
        logIn(new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8)));
        HomeView home = navigate(HomeView.class);

        VaadinSession.getCurrent()
                .getErrorHandler()
                .error(new ErrorEvent(new IllegalStateException("the couch is on fire")));
        roundTrip();

        String told = test(find(Notification.class).single()).getText();
        assertThat(told)
                .startsWith("That did not work: something broke on our side.")
                .doesNotContain("couch");
        Matcher code = QUOTE.matcher(told);
        assertThat(code.find()).as(told).isTrue();
        assertThat(log).contains(code.group(1), "the couch is on fire");
        assertThat(getCurrentView()).isSameAs(home);
    }
}
