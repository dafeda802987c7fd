package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import app.barker.testing.Wire;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Choose: whom and what one reads, and whom one does not meet. With three people: the third shows what there is to see. */
@ParameterizedClass
@EnumSource(names = "ON_H2")
class ChoosingIT {

    private static final String HIDDEN = "This bark is not shown to you.";
    private static final Map<String, Object> NO_SUCH_BARK =
            Map.of("done", false, "why", "This bark is not there any more.");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @Parameter
    Installation installation;

    Person rex;
    Person bella;
    Person moose;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(installation.server(), "rex");
        bella = BROWSERS.member(installation.server(), "bella");
        moose = BROWSERS.member(installation.server(), "moose");
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void whoIsMutedLeavesThePagesOfOneReaderAlone() {
        rex.bark("Woof at the postman");
        bella.button("1 new bark").click();
        Locator woof = bella.barkThatSays("Woof at the postman");
        assertThat(woof).isVisible();

        bella.mute(woof, rex);

        assertThat(woof).hasCount(0);
        rex.bark("Woof at the neighbour");
        moose.bark("A quiet word");
        bella.button("1 new bark").click();
        assertThat(bella.barks().first()).containsText("A quiet word");
        assertThat(bella.barkThatSays("Woof at")).hasCount(0);
        moose.goHome();
        assertThat(moose.barkThatSays("Woof at the postman")).isVisible();
        assertThat(moose.barkThatSays("Woof at the neighbour")).isVisible();

        bella.goTo("/users/" + rex.name());
        assertThat(bella.barkThatSays("Woof at the postman")).isVisible();
        bella.button("More").first().click();
        bella.menuItem("Unmute @" + rex.name()).click();
        bella.goHome();
        assertThat(bella.barkThatSays("Woof at the postman")).isVisible();
    }

    @Test
    void aMutedWordKeepsAwayWhatCarriesIt() {
        bella.muteWord("Squirrels").goHome();
        Wire wire = bella.wire();
        bella.goHome();
        rex.bark("Have you heard of the squirrels in the park?");
        rex.bark("Nothing special today");

        bella.button("1 new bark").click();
        assertThat(bella.barkThatSays("Nothing special today")).isVisible();
        assertThat(bella.barkThatSays("Have you heard of")).hasCount(0);
        assertThat(wire.heard("Nothing special today")).isNotEmpty();
        assertThat(wire.heard("Have you heard of")).isEmpty();
        moose.goHome();
        assertThat(moose.barkThatSays("Have you heard of")).isVisible();

        bella.goTo("/settings/mutes");
        bella.button("Unmute squirrels").click();
        assertThat(bella.page().getByText("No words yet.")).isVisible();
        bella.goHome();
        assertThat(bella.barkThatSays("Have you heard of")).isVisible();
    }

    @Test
    void aMutedThreadIsQuietWhoeverGoesOnInIt() {
        rex.bark("Cats or squirrels?");
        String thread = rex.addressOf(rex.barkThatSays("Cats or squirrels?"));
        moose.goTo(thread).answer("Squirrels, any day");
        bella.button("2 new barks").click();
        assertThat(bella.barkThatSays("Squirrels, any day")).isVisible();

        bella.muteThread(bella.barkThatSays("Cats or squirrels?"));

        assertThat(bella.barkThatSays("Cats or squirrels?")).hasCount(0);
        assertThat(bella.barkThatSays("Squirrels, any day")).hasCount(0);
        moose.answer("And cats on Sundays");
        moose.goHome().bark("Something else");
        bella.button("1 new bark").click();
        assertThat(bella.barks().first()).containsText("Something else");
        assertThat(bella.barkThatSays("And cats on Sundays")).hasCount(0);
        // Whoever opens it wants to read it.
        bella.goTo(thread);
        assertThat(bella.barkThatSays("And cats on Sundays")).isVisible();
    }

    @Test
    void theMenuOfAThreadMutesItAndLeavesItOpen() {
        rex.bark("A thread about nothing");
        String thread = rex.addressOf(rex.barkThatSays("A thread about nothing"));
        bella.goTo(thread);

        bella.muteThread(bella.barkThatSays("A thread about nothing"));

        assertThat(bella.page().getByRole(AriaRole.ALERTDIALOG)).isHidden();
        assertThat(bella.barkThatSays("A thread about nothing")).isVisible();
        assertThat(bella.page().getByText("This bark was deleted.")).hasCount(0);
        bella.goHome();
        assertThat(bella.barkThatSays("A thread about nothing")).hasCount(0);
        assertThat(rex.barkThatSays("A thread about nothing")).isVisible();
    }

    @Test
    void aBlockHidesTwoPeopleFromEachOtherAndNobodyElse() {
        moose.bark("Who is at the gate?");
        String thread = moose.addressOf(moose.barkThatSays("Who is at the gate?"));
        rex.goTo(thread).answer("The postman");
        Locator postman = rex.barkThatSays("The postman");
        String addressOfRex = rex.addressOf(postman);
        String idOfRex = Person.idOf(postman);
        bella.goTo(addressOfRex).answer("Let me at him");
        String addressOfBella = bella.addressOf(bella.barkThatSays("Let me at him"));
        moose.goTo(addressOfBella).answer("Easy, you two");
        rex.follow(bella);
        bella.follow(rex);
        assertThat(bella.heading(rex.name())).isVisible();
        assertThat(bella.page().getByText("Follows you")).isVisible();
        bella.goTo(addressOfRex);
        assertThat(bella.barkThatSays("The postman")).isVisible();
        assertThat((List<?>) bella.call("barker-composer", "people", rex.name())).hasSize(1);

        rex.block(bella);

        bella.findsNothingAt("/users/" + rex.name());
        bella.findsNothingAt("/users/" + rex.name() + "/replies");
        bella.findsNothingAt(addressOfRex);
        rex.findsNothingAt("/users/" + bella.name());
        rex.findsNothingAt(addressOfBella);

        bella.goTo(thread);
        assertThat(bella.barks())
                .containsText(new String[] {"Who is at the gate?", HIDDEN, "Let me at him", "Easy, you two"});
        assertThat(bella.page().getByText("The postman")).hasCount(0);
        assertThat(bella.page().getByText(rex.name())).hasCount(0);
        rex.goTo(thread);
        assertThat(rex.barks())
                .containsText(new String[] {"Who is at the gate?", "The postman", HIDDEN, "Easy, you two"});
        moose.goTo(thread);
        assertThat(moose.barks())
                .containsText(new String[] {"Who is at the gate?", "The postman", "Let me at him", "Easy, you two"});

        for (Person one : List.of(rex, bella)) {
            moose.goTo("/users/" + one.name());
            assertThat(moose.page().getByRole(AriaRole.LISTITEM).filter(saying("following")))
                    .hasText("0 following");
            assertThat(moose.page().getByRole(AriaRole.LISTITEM).filter(saying("follower")))
                    .hasText("0 followers");
        }

        assertThat((List<?>) bella.call("barker-composer", "people", rex.name())).isEmpty();
        assertThat(bella.call("barker-feed", "like", idOfRex)).isEqualTo(NO_SUCH_BARK);
        assertThat(bella.call("barker-feed", "rebark", idOfRex)).isEqualTo(NO_SUCH_BARK);
        assertThat(bella.call(
                        "barker-composer", "answer", "Still here", UUID.randomUUID().toString(), idOfRex))
                .isEqualTo(Map.of("posted", false, "why", "This bark is not there any more."));
        assertThat(bella.call("barker-suggestions", "follow", rex.name(), true))
                .isEqualTo(Map.of("done", false, "why", "This person is not here any more."));
        assertThat((Map<?, ?>) moose.goTo(thread).call("barker-feed", "like", idOfRex))
                .isEqualTo(Map.of("done", true, "why", ""));

        bella.goHome().bark("Not speaking to @" + rex.name() + " nor @" + moose.name());
        Locator bark = bella.barkThatSays("Not speaking to");
        assertThat(bark.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("@" + moose.name())))
                .isVisible();
        assertThat(bark.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("@" + rex.name())))
                .hasCount(0);

        rex.goTo("/settings/mutes");
        rex.button("Unblock " + bella.name()).click();
        assertThat(rex.page().getByText("You have blocked nobody.")).isVisible();
        bella.goTo(addressOfRex);
        assertThat(bella.barkThatSays("The postman")).isVisible();
        bella.goTo("/users/" + rex.name());
        assertThat(bella.button("Follow " + rex.name())).isVisible();
    }

    @Test
    void nothingOfTheBlockedComesOverTheWire() {
        Wire wireOfBella = bella.wire();
        Wire wireOfRex = rex.wire();
        bella.goHome();
        rex.goHome().bark("Old news");
        moose.bark("Something to talk about");
        String subject = moose.addressOf(moose.barkThatSays("Something to talk about"));
        bella.button("2 new barks").click();
        rex.edit(rex.barkThatSays("Old news"), "Older news of " + rex.name());
        assertThat(bella.barkThatSays("Older news of " + rex.name())).isVisible();
        assertThat(wireOfBella.pushed("Older news of")).isNotEmpty();

        rex.block(bella);

        rex.goTo("/users/" + rex.name()).edit(rex.barkThatSays("Older news"), "Secret edit");
        rex.goTo(subject).answer("Secret reply");
        rex.goHome().bark("Secret squirrel");
        moose.goHome();
        moose.act(moose.barkThatSays("Secret squirrel"), "Rebark").click();
        assertThat(rex.act(rex.barkThatSays("Secret squirrel"), "Rebark")).hasAccessibleName("Rebark, 1");
        String idOfTheSecret = Person.idOf(rex.barkThatSays("Secret squirrel"));
        moose.bark("For all to hear");
        bella.button("1 new bark").click();
        assertThat(bella.barkThatSays("For all to hear")).isVisible();
        for (String address : List.of("/everyone", subject, "/users/" + moose.name(), "/")) {
            bella.goTo(address);
            assertThat(bella.barks().first()).isVisible();
        }
        bella.bark("Secret of another kind");
        moose.bark("For all to hear again");
        rex.button("1 new bark").click();

        assertThat(wireOfBella.heard("For all to hear")).isNotEmpty();
        for (String secret : List.of("Secret edit", "Secret reply", "Secret squirrel", "\"id\":\"" + idOfTheSecret + "\"")) {
            assertThat(wireOfBella.heard(secret)).as(secret).isEmpty();
        }
        assertThat(wireOfRex.heard("Secret squirrel")).isNotEmpty();
        assertThat(wireOfRex.heard("Secret of another kind")).isEmpty();
    }

    private static Locator.FilterOptions saying(String word) {
        return new Locator.FilterOptions().setHasText(Pattern.compile(word));
    }
}
