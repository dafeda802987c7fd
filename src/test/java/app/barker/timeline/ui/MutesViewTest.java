package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.Mute;
import app.barker.follow.MuteService;
import app.barker.shared.ui.SettingsNav;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import app.barker.timeline.ui.MuteList.Row;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MutesViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Autowired
    MuteService mutes;

    @Autowired
    BlockService blocks;

    @Autowired
    FollowService follows;

    Viewer rex;
    Viewer bella;

    @BeforeEach
    void rexIsInTheSettings() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        openMutes();
    }

    @Test
    void whoHasMutedNothingIsToldHowItIsDone() {
        assertThat(find(MuteList.class).all()).hasSize(4).allSatisfy(list -> {
            assertThat(rows(list)).isEmpty();
            assertThat(list.getElement().getAttribute("none")).isNotEmpty();
        });
    }

    @Test
    void aMutedPersonIsListedWithTheEndAndComesBack() {
        mutes.mutePerson(rex, bella.username(), Optional.of(Duration.ofDays(1)));
        openMutes();
        String end = onlyMute().endsAt().orElseThrow().toString();
        MuteList people = listOf(bella.username());
        assertThat(rows(people)).singleElement().satisfies(row -> {
            assertThat(row.username()).isEqualTo(bella.username());
            assertThat(row.href()).isEqualTo("/users/" + bella.username());
            assertThat(row.until()).isEqualTo(end);
        });

        call(people, "end", rows(people).getFirst().key());

        assertThat(mutes.mutesOf(rex)).isEmpty();
        assertThat(rows(people)).isEmpty();
    }

    @Test
    void aMutedThreadLeadsThere() {
        mutes.muteThread(rex, 4711, Optional.empty());
        openMutes();

        assertThat(rows(listOf("A thread"))).singleElement().satisfies(row -> {
            assertThat(row.href()).isEqualTo("/barks/4711");
            assertThat(row.until()).isEmpty();
        });
    }

    @Test
    void aWordIsMutedForAsLongAsOneChooses() {
        word().setValue("Squirrels");
        choose("MONTH");

        test(mute()).click();

        assertThat(onlyMute().target()).isEqualTo(new Mute.MutedWord("squirrels"));
        assertThat(onlyMute().endsAt()).isPresent();
        assertThat(rows(listOf("squirrels"))).hasSize(1);
        assertThat(word().getValue()).isEmpty();
    }

    @Test
    void aWordCanBeMutedForGood() {
        word().setValue("cats");
        choose("FOR_GOOD");

        test(mute()).click();

        assertThat(onlyMute().endsAt()).isEmpty();
    }

    @Test
    void whatIsNoWordStaysInTheFieldWithTheReason() {
        word().setValue("?!");

        test(mute()).click();

        assertThat(word().isInvalid()).isTrue();
        assertThat(word().getErrorMessage()).isEqualTo("Type a word of letters or digits.");
        assertThat(word().getValue()).isEqualTo("?!");
        assertThat(mutes.mutesOf(rex)).isEmpty();

        word().setValue("cats");
        test(mute()).click();
        assertThat(word().isInvalid()).isFalse();
    }

    @Test
    void whoIsBlockedCanBeUnblocked() {
        blocks.block(rex, bella.username());
        openMutes();
        MuteList blocked = listOf(bella.username());
        assertThat(blocked.getElement().getAttribute("kind")).isEqualTo("blocks");
        assertThat(rows(blocked).getFirst().href())
                .as("their profile is not found")
                .isEmpty();

        call(blocked, "end", bella.username());

        assertThat(blocks.blockedBy(rex)).isEmpty();
        assertThat(rows(blocked)).isEmpty();
        follows.follow(rex, bella.username());
    }

    @Test
    void nobodyEndsAMuteOrABlockOfSomebodyElse() {
        mutes.muteWord(bella, "cats", Optional.empty());
        blocks.block(bella, rex.username());
        String ofBella = String.valueOf(mutes.mutesOf(bella).getFirst().id());

        find(MuteList.class).all().forEach(list -> {
            call(list, "end", ofBella);
            call(list, "end", bella.username());
            call(list, "end", "'; delete from mutes; --");
        });

        assertThat(mutes.mutesOf(bella)).hasSize(1);
        assertThat(blocks.blockedBy(bella)).hasSize(1);
    }

    @Test
    void leadsToTheOtherPagesOfTheSettings() {
        assertThat(find(Anchor.class, find(SettingsNav.class).single()).all())
                .extracting(Anchor::getHref, way -> way.getElement().hasAttribute("aria-current"))
                .containsExactly(
                        tuple("/settings/profile", false),
                        tuple("/settings/account", false),
                        tuple("/settings/sessions", false),
                        tuple("/settings/tokens", false),
                        tuple("/settings/feeds", false),
                        tuple("/settings/webhooks", false),
                        tuple("/settings/history", false),
                        tuple("/settings/mutes", true),
                        tuple("/settings/notifications", false));
    }

    private void openMutes() {
        logIn(rex);
        navigate(MutesView.class);
    }

    private Mute onlyMute() {
        List<Mute> all = mutes.mutesOf(rex);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private MuteList listOf(String title) {
        return find(MuteList.class).all().stream()
                .filter(list -> rows(list).stream().anyMatch(row -> row.title().equals(title)))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(MuteList list) {
        return (List<Row>) argumentsOf(list, "show").getFirst();
    }

    private TextField word() {
        return find(TextField.class).single();
    }

    private Button mute() {
        return find(Button.class).withText("Mute").single();
    }

    private void choose(String length) {
        find(MuteLengthField.class)
                .single()
                .getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("select"))
                .forEach(select -> select.setProperty("value", length));
    }
}
