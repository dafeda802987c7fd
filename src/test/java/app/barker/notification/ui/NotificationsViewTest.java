package app.barker.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.follow.FollowService;
import app.barker.notification.NotificationKind;
import app.barker.notification.NotificationPreferences;
import app.barker.notification.Notifications;
import app.barker.notification.QuietHours;
import app.barker.testing.Barking;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationsViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    FollowService follows;

    @Autowired
    Notifications notifications;

    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private long bark;

    @BeforeEach
    void rexHasBarked() {
        barking = new Barking(barks);
        rex = signUp("rex");
        bella = signUp("bella");
        bark = barking.bark(rex, "Ball found");
        logIn(rex);
    }

    @Test
    void saysWhatHappenedInASentenceWithNames() {
        reactions.like(bella, bark);
        assertThat(sentences()).containsExactly(List.of(name(bella), " liked your bark"));

        Viewer otto = signUp("otto");
        reactions.like(otto, bark);
        assertThat(sentences()).containsExactly(List.of(name(otto), " and ", name(bella), " liked your bark"));

        Viewer nala = signUp("nala");
        reactions.like(nala, bark);
        assertThat(sentences())
                .containsExactly(
                        List.of(name(nala), ", ", name(otto), " and ", List.of("1 other"), " liked your bark"));

        reactions.like(signUp("moose"), bark);
        assertThat(sentences().getFirst()).contains(List.of("2 others"));
    }

    @Test
    void eachKindHasItsSentence() {
        Viewer otto = signUp("otto");
        barking.reply(bella, bark, "Where");
        barking.bark(bella, "@" + rex.username());
        reactions.rebark(bella, bark);
        follows.follow(bella, rex.username());
        assertThat(sentences().reversed())
                .containsExactly(
                        List.of(name(bella), " replied to you"),
                        List.of(name(bella), " mentioned you"),
                        List.of(name(bella), " rebarked you"),
                        List.of(name(bella), " follows you"));

        follows.follow(otto, rex.username());

        assertThat(sentences()).contains(List.of(name(otto), " and ", name(bella), " follow you"));
    }

    @Test
    void whatTheBrowserHasShownIsRead() {
        reactions.like(bella, bark);
        openPage("notifications");
        NotificationList.Page seen = shown();
        assertThat(seen.rows()).extracting(ClientNotification::unread).containsExactly(true);
        assertThat(unread()).isEqualTo(1);
        barking.reply(bella, bark, "Where");

        call(list(), "seen", seen.rows().getFirst().id());

        assertThat(unread()).isEqualTo(1);
        assertThat(call(list(), "readAll")).isEqualTo("");
        assertThat(unread()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999999999"})
    void whatIsNoIdMarksNothing(String typed) {
        reactions.like(bella, bark);
        openPage("notifications");

        call(list(), "seen", typed);

        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void furtherPagesAreFetched() {
        for (int i = 0; i < Notifications.PAGE_SIZE + 1; i++) {
            barking.reply(bella, bark, "Reply " + i);
        }
        openPage("notifications");
        assertThat(shown().rows()).hasSize(Notifications.PAGE_SIZE);
        assertThat(shown().more()).isTrue();

        assertThat(page(shown().next()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.segments()).containsExactly("Reply 0"));
    }

    @Test
    void tabsHaveAddressesOfTheirOwn() {
        reactions.like(bella, bark);
        barking.reply(bella, bark, "Where");
        barking.bark(bella, "@" + rex.username());

        openPage("notifications/mentions");
        assertThat(shown().rows()).extracting(ClientNotification::kind).containsExactly("mention");
        openPage("notifications/replies");
        assertThat(shown().rows()).extracting(ClientNotification::kind).containsExactly("reply");
        openPage("notifications/cats");
        assertThat(find(NotificationList.class).exists()).isFalse();
    }

    @Test
    void saysWhenItIsQuiet() {
        notifications.choose(
                rex,
                new NotificationPreferences(
                        EnumSet.allOf(NotificationKind.class),
                        Optional.of(new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Tokyo")))));

        openPage("notifications");

        assertThat(everythingTold()).contains("Quiet hours are from 18:00 to 08:00.");
    }

    private List<List<Object>> sentences() {
        openPage("notifications");
        return shown().rows().stream().map(ClientNotification::words).toList();
    }

    private void openPage(String address) {
        logIn(rex);
        open(address);
    }

    private NotificationList list() {
        return find(NotificationList.class).single();
    }

    private NotificationList.Page shown() {
        return (NotificationList.Page) argumentsOf(list(), "show").getFirst();
    }

    private NotificationList.Page page(String before) {
        return (NotificationList.Page) call(list(), "page", before);
    }

    private int unread() {
        return notifications.unread(rex).count();
    }

    private static List<Object> name(Viewer person) {
        return List.of(person.username(), person.username());
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
