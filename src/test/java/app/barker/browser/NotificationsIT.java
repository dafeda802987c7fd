package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import app.barker.testing.Wire;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one does reaches the other, and is read when it has been seen. */
class NotificationsIT {

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    private static final Pattern NOTIFICATIONS = Pattern.compile("/notifications$");

    Person rex;
    Person bella;

    @BeforeEach
    void rexHasBarkedAndIsAtHome() {
        rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        bella = BROWSERS.member(Installation.ON_H2.server(), "bella");
        rex.bark("Ball found by " + rex.name());
        assertThat(badge(rex)).hasCount(0);
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void theBadgeGrowsWhileOneLooksAndGoesWhenTheyHaveRead() {
        bella.goHome().bark("Hello @" + rex.name());
        assertThat(badge(rex)).hasText("1");
        like(bella, bella.barkThatSays("Ball found by " + rex.name()));
        assertThat(badge(rex)).hasText("2");
        assertThat(rex.page().locator(".shell-nav a[href='/notifications']"))
                .hasAccessibleName(Pattern.compile("^Notifications ?, 2 unread$"));

        rex.heading("Home").click();
        rex.press("g");
        rex.press("n");

        assertThat(rex.page()).hasURL(NOTIFICATIONS);
        assertThat(rows(rex)).hasCount(2);
        assertThat(rows(rex).nth(0)).containsText(bella.name() + " liked your bark");
        assertThat(rows(rex).nth(1)).containsText(bella.name() + " mentioned you");
        assertThat(rex.page().locator(".unread-dot")).hasCount(2);
        assertThat(badge(rex)).hasCount(0);

        bella.bark("Are you there, @" + rex.name());
        assertThat(badge(rex)).hasText("1");
        rex.button("Show new notifications").click();
        assertThat(rows(rex)).hasCount(3);
        assertThat(badge(rex)).hasCount(0);
        rex.page().reload();
        assertThat(rows(rex)).hasCount(3);
        assertThat(rex.page().locator(".unread-dot")).hasCount(0);

        rex.link("Mentions").click();
        assertThat(rows(rex)).hasCount(2);
        rows(rex).nth(0).getByText("Open thread").click();
        assertThat(rex.barkThatSays("Are you there")).isVisible();
        assertThat(rex.complaints()).isEmpty();
    }

    @Test
    void aMutedPersonLeavesNoTrace() {
        bella.goHome().bark("I am " + bella.name());
        rex.goHome().mute(rex.barkThatSays("I am " + bella.name()), bella);
        Wire wire = rex.wire();
        rex.goHome();
        Person otto = BROWSERS.member(Installation.ON_H2.server(), "otto");

        bella.bark("Psst, @" + rex.name());
        like(bella, bella.barkThatSays("Ball found by " + rex.name()));
        otto.goHome().bark("Good morning, @" + rex.name());

        assertThat(badge(rex)).hasText("1");
        rex.goTo("/notifications");
        assertThat(rows(rex)).hasCount(1);
        assertThat(rows(rex)).containsText(otto.name() + " mentioned you");
        assertThat(wire.heard(otto.name())).isNotEmpty();
        assertThat(wire.heard(bella.name())).isEmpty();
        assertThat(wire.heard("Psst")).isEmpty();
    }

    private static void like(Person person, Locator bark) {
        person.act(bark, "Like").click();
    }

    private static Locator badge(Person person) {
        return person.page().locator(".unread-badge");
    }

    private static Locator rows(Person person) {
        return person.page().locator(".notification");
    }
}
