package app.barker.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bookmark.Bookmarks;
import app.barker.notification.Notifications;
import app.barker.signin.ui.SecurityNotices;
import app.barker.testing.Barking;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.EveryoneView;
import app.barker.timeline.ui.HomeView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MainLayoutTest extends ViewTest {

    /** Ten times the second that is promised. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    AccountService accounts;

    @Autowired
    BarkService barks;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysWhoIsLoggedIn() {
        Viewer rex = rexIsAtHome();

        assertThat(bar().getAttribute("account")).isEqualTo(rex.username());
        assertThat(bar().getAttribute("name")).isEqualTo(rex.username());
    }

    @Test
    void whoHasNoPictureIsDrawn() {
        rexIsAtHome();

        assertThat(bar().getAttribute("picture")).isEmpty();
    }

    @Test
    void aReminderThatComesDueIsToldOnTheOpenPage() {
        Viewer rex = rexIsAtHome();
        long bark = new Barking(barks).bark(rex, "Call the vet");
        bookmarks.remind(rex, bark, Instant.now().plusMillis(500));

        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            letOthersIn();
            assertThat(bar().getProperty("reminders", 0)).isEqualTo(1);
        });

        bookmarks.forgetReminder(rex, bark);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            letOthersIn();
            assertThat(bar().getProperty("reminders", 0)).isZero();
        });
    }

    @Test
    void theWayOutKnowsTheTokenThatNoOtherSiteKnows() {
        rexIsAtHome();

        assertThat(bar().getAttribute("log-out")).isEqualTo("/logout");
        assertThat(bar().getAttribute("csrf-name")).isEqualTo("_csrf");
        assertThat(bar().getAttribute("csrf-token")).isEqualTo(CSRF_TOKEN);
    }

    @Test
    void whoIsNotLoggedInSeesNothingOfIt() {
        open("no/such/page");

        assertThat(find(ShellBar.class).exists()).isFalse();
    }

    @Test
    void theContentIsOnePlaceThatTheKeyboardCanSkipTo() {
        rexIsAtHome();

        Main main = find(Main.class).withId("main").single();
        assertThat(main.getElement().getAttribute("tabindex")).isEqualTo("-1");
        assertThat(find(HomeView.class, main).exists()).isTrue();
    }

    @Test
    void theServerKnowsThreeElementsOfIt() {
        rexIsAtHome();

        Element layout = find(MainLayout.class).single().getElement();
        assertThat(layout.getChildren().map(Element::getTag)).containsExactly("barker-shell-bar", "main");
        assertThat(bar().getChildCount()).isZero();
    }

    @Test
    void whatHasToBeToldStandsAboveThePageUntilItIsSeen() {
        Viewer rex = rexIsAtHome();
        tell(rex, "SIGNED_IN", "");
        assertThat(find(SecurityNotices.class).exists()).isFalse();

        find(MainLayout.class).single().signInsChanged();

        Element main = find(Main.class).withId("main").single().getElement();
        assertThat(main.getChild(0).getTextRecursively())
                .contains("Somebody logged in from a new place: Firefox, Linux, 203.0.113.7");
        test(find(NativeButton.class).withText("Got it").single()).click();
        assertThat(main.getTextRecursively()).doesNotContain("new place");
        navigate(EveryoneView.class);
        assertThat(main.getTextRecursively()).doesNotContain("new place");
    }

    @Test
    void theWayToTheNotificationsSaysHowManyAreNewAndKeepsSayingIt() {
        Viewer rex = rexIsAtHome();
        Viewer bella = new Dogs(accounts)
                .signUp("bella-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(bar().getProperty("unread", 0)).isZero();

        new Barking(barks).bark(bella, "Hello @" + rex.username());

        await().pollInSameThread().atMost(PATIENCE).until(() -> unread() == 1);
        notifications.markRead(rex, Notifications.NEWEST);
        await().pollInSameThread().atMost(PATIENCE).until(() -> unread() == 0);
    }

    @Test
    void aBrowserThatIsNotThereIsToldWhenItIsBack() {
        Viewer rex = rexIsAtHome();
        Viewer bella = new Dogs(accounts)
                .signUp("bella-" + UUID.randomUUID().toString().substring(0, 8));
        loseConnection();
        new Barking(barks).bark(bella, "Hello @" + rex.username());
        await().atMost(PATIENCE).until(() -> notifications.unread(rex).count() == 1);
        letOthersIn();
        assertThat(unread()).isZero();

        logIn(rex);
        navigate(HomeView.class);

        await().pollInSameThread().atMost(PATIENCE).until(() -> unread() == 1);
    }

    private int unread() {
        letOthersIn();
        return bar().getProperty("unread", 0);
    }

    @Test
    void eachNoticeLeadsToWhereSomethingCanBeDone() {
        Viewer rex = rexIsAtHome();
        tell(rex, "SIGNED_IN", "");
        tell(rex, "TOKEN_ENDS_SOON", "build server");
        tell(rex, "WEBHOOK_PAUSED", "hook.example");

        find(MainLayout.class).single().signInsChanged();

        SecurityNotices notices = find(SecurityNotices.class).single();
        assertThat(find(Anchor.class, notices).all())
                .extracting(Anchor::getHref)
                .containsExactlyInAnyOrder("/settings/sessions", "/settings/tokens", "/settings/webhooks");
    }

    private void tell(Viewer person, String kind, String detail) {
        jdbc.sql(
                        "insert into security_events (account_id, kind, at, address, browser, operating_system, detail, to_be_told)"
                                + " values (?, ?, now(), '203.0.113.7', 'Firefox', 'Linux', ?, true)")
                .params(person.id(), kind, detail)
                .update();
    }

    private Viewer rexIsAtHome() {
        Viewer rex =
                new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        logIn(rex);
        navigate(HomeView.class);
        return rex;
    }

    private Element bar() {
        return find(ShellBar.class).single().getElement();
    }
}
