package app.barker.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.notification.NotificationKind;
import app.barker.notification.Notifications;
import app.barker.notification.QuietHours;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationSettingsViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Autowired
    Notifications notifications;

    private Viewer rex;

    @BeforeEach
    void rexIsAtTheSettings() {
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        logIn(rex);
        navigate(NotificationSettingsView.class);
    }

    @Test
    void whatIsNotTickedIsNotWanted() {
        assertThat(boxes()).allMatch(box -> box.getProperty("checked", false));

        likes().setProperty("checked", false);
        save();

        assertThat(notifications.preferencesOf(rex).wanted())
                .containsExactlyInAnyOrder(
                        NotificationKind.REPLY,
                        NotificationKind.MENTION,
                        NotificationKind.REBARK,
                        NotificationKind.FOLLOW);
        assertThat(text()).contains("Saved.");
    }

    @Test
    void quietHoursAreInTheZoneThatTheBrowserOffersOrAnother() {
        tickQuiet();
        find(ZoneField.class).single().getElement().setProperty("value", "America/New_York");
        save();

        assertThat(notifications.preferencesOf(rex).quiet())
                .hasValue(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("America/New_York")));

        navigate(NotificationSettingsView.class);
        assertThat(find(ZoneField.class).single().value()).isEqualTo("America/New_York");
        quiet().setProperty("checked", false);
        save();
        assertThat(notifications.preferencesOf(rex).quiet()).isEmpty();
    }

    @Test
    void whatIsNoTimeOrNoZoneIsRefusedAndNothingIsKept() {
        tickQuiet();
        likes().setProperty("checked", false);
        find(ZoneField.class).single().getElement().setProperty("value", "Mars/Olympus");
        save();

        assertThat(text()).contains("Quiet hours need a beginning");
        assertThat(notifications.preferencesOf(rex).quiet()).isEmpty();
        assertThat(notifications.preferencesOf(rex).wanted()).hasSize(NotificationKind.values().length);
    }

    private Element likes() {
        return boxes().get(List.of(NotificationKind.values()).indexOf(NotificationKind.LIKE));
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }

    private void tickQuiet() {
        quiet().setProperty("checked", true);
    }

    private Element quiet() {
        return inputs("checkbox").getLast();
    }

    private List<Element> boxes() {
        return inputs("checkbox").subList(0, NotificationKind.values().length);
    }

    private List<Element> inputs(String type) {
        return below(find(PreferencesForm.class).single().getElement())
                .filter(element -> type.equals(element.getAttribute("type")))
                .toList();
    }

    private String text() {
        return find(PreferencesForm.class).single().getElement().getTextRecursively();
    }

    private static Stream<Element> below(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(NotificationSettingsViewTest::below));
    }
}
