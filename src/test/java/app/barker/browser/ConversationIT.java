package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Talk: what one does with a bark, and what the other sees of it. */
@ParameterizedClass
@EnumSource(names = "ON_H2")
class ConversationIT {

    private static final Pattern SERVER_CALL = Pattern.compile("v-r=uidl");

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @Parameter
    @SuppressWarnings("NullAway.Init") // filled in by JUnit
    Installation installation;

    Person rex;
    Person bella;

    @BeforeEach
    void signUp() {
        rex = BROWSERS.member(installation.server(), "rex");
        bella = BROWSERS.member(installation.server(), "bella");
    }

    @AfterEach
    void leave() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void homeTellsOfEveryoneUntilOneFollowsSomebodyAndThenOfThemAlone() {
        Person moose = BROWSERS.member(installation.server(), "moose");
        bella.goHome();
        assertThat(bella.heading("This is everyone")).isVisible();
        moose.bark("From nobody she follows");
        bella.button("1 new bark").click();
        assertThat(bella.barks().first()).containsText("From nobody she follows");

        bella.follow(rex).goHome();
        assertThat(bella.heading("This is everyone")).isHidden();
        assertThat(bella.barkThatSays("From nobody she follows")).hasCount(0);
        moose.bark("She will not be told of this");
        rex.bark("From whom she follows");

        bella.button("1 new bark").click();
        assertThat(bella.barks().first()).containsText("From whom she follows");
        assertThat(bella.barkThatSays("She will not be told of this")).hasCount(0);
        bella.goTo("/everyone");
        assertThat(bella.barkThatSays("She will not be told of this")).isVisible();
    }

    @Test
    void aReplyIsCountedOnTheCardAndWaitsInTheThreadOfTheOther() {
        rex.bark("Who has seen my ball?");
        Person rexInTheThread = rex.inAnotherTab().goHome();
        rexInTheThread.openThread(rexInTheThread.barkThatSays("Who has seen my ball?"));
        assertThat(rexInTheThread.page().getByText("No replies yet.")).isVisible();
        bella.button("1 new bark").click();

        bella.reply(bella.barkThatSays("Who has seen my ball?"), "It is behind the couch");

        assertThat(rex.act(rex.barkThatSays("Who has seen my ball?"), "Reply")).hasAccessibleName("Reply, 1");
        Locator pill = rexInTheThread.button("1 new reply");
        assertThat(pill).isVisible();
        assertThat(rexInTheThread.barkThatSays("It is behind the couch")).hasCount(0);
        pill.click();
        Locator reply = rexInTheThread.barkThatSays("It is behind the couch");
        assertThat(reply).isFocused();
        assertThat(reply).containsText("Replying to @" + rex.name());
        assertThat(pill).isHidden();

        rexInTheThread.openThread(reply);
        assertThat(rexInTheThread.barks().first()).containsText("Who has seen my ball?");
        assertThat(rexInTheThread.barks().nth(1)).containsText("It is behind the couch");
        assertThat(rexInTheThread.barks().nth(1)).hasAttribute("aria-current", "true");
    }

    @Test
    void whoFollowsSomebodyInTheWelcomeIsShownTheirHomeNext() {
        rex.bark("Follow me");
        bella.goHome();
        Locator welcome =
                bella.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("This is everyone"));
        Locator follow = welcome.getByRole(AriaRole.BUTTON).first();
        follow.click();
        assertThat(follow).hasAttribute("aria-pressed", "true");

        bella.link("Show my Home").click();

        assertThat(welcome).hasCount(0);
        assertThat(bella.newBark()).isVisible();
    }

    @Test
    void aMentionIsCompletedAtTheKeyboardAndLeadsToTheProfile() {
        Person lassie = BROWSERS.member(installation.server(), "lassie");
        rex.newBark().focus();
        rex.type("Ask @lass");
        Locator offer =
                rex.page().getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(lassie.name()));
        assertThat(offer).isVisible();
        assertThat(offer).hasAttribute("aria-selected", "true");
        assertThat(rex.page().getByRole(AriaRole.COMBOBOX)).hasAccessibleName("New bark");
        rex.press("Enter");
        assertThat(rex.newBark()).hasValue("Ask @" + lassie.name() + " ");
        assertThat(offer).isHidden();
        rex.type("and not @nobody-of-that-name");
        rex.press("Control+Enter");
        assertThat(rex.newBark()).hasValue("");

        lassie.button("1 new bark").click();
        Locator bark = lassie.barkThatSays("Ask @" + lassie.name());
        assertThat(bark.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("@nobody-of-that-name")))
                .hasCount(0);
        bark.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("@" + lassie.name()))
                .click();
        assertThat(lassie.page()).hasURL(Pattern.compile("/users/" + lassie.name() + "$"));
        assertThat(lassie.heading(lassie.name())).isVisible();
    }

    @Test
    void aLikeShowsAtTheClickAndThenToTheAuthor() {
        rex.bark("I can sit");
        bella.button("1 new bark").click();
        Locator like = bella.act(bella.barkThatSays("I can sit"), "Like");
        assertThat(like).hasAttribute("aria-pressed", "false");
        Locator likesOfRex = rex.act(rex.barkThatSays("I can sit"), "Like");
        List<Route> onTheWay = new ArrayList<>();
        bella.page().route(SERVER_CALL, onTheWay::add);

        like.click();

        assertThat(like).hasAttribute("aria-pressed", "true");
        assertThat(like).hasAccessibleName("Like, 1");
        assertThat(likesOfRex).hasAccessibleName("Like");
        bella.page().unroute(SERVER_CALL);
        onTheWay.forEach(Route::resume);
        assertThat(likesOfRex).hasAccessibleName("Like, 1");
        assertThat(likesOfRex).hasAttribute("aria-pressed", "false");

        like.click();
        assertThat(like).hasAccessibleName("Like");
        assertThat(likesOfRex).hasAccessibleName("Like");
    }

    @Test
    void aRebarkBringsTheBarkToWhoFollowsTheOneWhoPassedItOn() {
        Person moose = BROWSERS.member(installation.server(), "moose");
        moose.follow(bella).goHome();
        rex.bark("Free bones at the gate");
        bella.button("1 new bark").click();
        assertThat(moose.button("1 new bark")).hasCount(0);
        assertThat(moose.barkThatSays("Free bones at the gate")).hasCount(0);

        Locator rebark = bella.act(bella.barkThatSays("Free bones at the gate"), "Rebark");
        rebark.click();

        assertThat(rebark).hasAttribute("aria-pressed", "true");
        assertThat(rex.act(rex.barkThatSays("Free bones at the gate"), "Rebark"))
                .hasAccessibleName("Rebark, 1");
        moose.button("1 new bark").click();
        assertThat(moose.barks().first()).containsText(bella.name() + " rebarked");
        assertThat(moose.barks().first()).containsText("Free bones at the gate");

        rebark.click();
        assertThat(rex.act(rex.barkThatSays("Free bones at the gate"), "Rebark"))
                .hasAccessibleName("Rebark");
        moose.goHome();
        assertThat(moose.barkThatSays("Free bones at the gate")).hasCount(0);
    }

    @Test
    void aReactionThatTheServerRefusesIsTakenBackWithAWordWhy() {
        rex.bark("Nobody may pass this on too often");
        bella.button("1 new bark").click();
        barkUntilItIsTooMuch(bella);
        Locator rebark = bella.act(bella.barkThatSays("Nobody may pass this on"), "Rebark");

        rebark.click();

        assertThat(bella.toast("That is a lot at once")).isVisible();
        assertThat(rebark).hasAttribute("aria-pressed", "false");
        assertThat(rebark).hasAccessibleName("Rebark");
        assertThat(rex.act(rex.barkThatSays("Nobody may pass this on"), "Rebark"))
                .hasAccessibleName("Rebark");
    }

    @Test
    void aLikeOfWhatWasDeletedMeanwhileIsRefusedWithAWordWhy() {
        rex.bark("Gone in a moment");
        bella.button("1 new bark").click();
        // Else what is held is the question for the new bark.
        assertThat(bella.barkThatSays("Gone in a moment")).isVisible();
        List<Route> onTheWay = new ArrayList<>();
        bella.page().route(SERVER_CALL, onTheWay::add);
        bella.act(bella.barkThatSays("Gone in a moment"), "Like").click();
        assertThat(bella.act(bella.barkThatSays("Gone in a moment"), "Like")).hasAccessibleName("Like, 1");

        rex.delete(rex.barkThatSays("Gone in a moment"));
        assertThat(rex.barkThatSays("Gone in a moment")).hasCount(0);
        bella.page().unroute(SERVER_CALL);
        onTheWay.forEach(Route::resume);

        assertThat(bella.toast("This bark is not there any more.")).isVisible();
        assertThat(bella.barkThatSays("Gone in a moment")).hasCount(0);
    }

    @Test
    void anEditShowsInTheOpenFeedOfTheOtherWithAMarkAndItsHistory() {
        rex.bark("Ball fuond");
        bella.button("1 new bark").click();
        assertThat(bella.barkThatSays("Ball fuond")).isVisible();

        rex.edit(rex.barkThatSays("Ball fuond"), "Ball found");

        Locator seen = bella.barkThatSays("Ball found");
        assertThat(seen).isVisible();
        assertThat(bella.barkThatSays("Ball fuond")).hasCount(0);
        seen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("edited"))
                .click();
        assertThat(bella.dialog().getByRole(AriaRole.HEADING)).hasText("Edit history");
        assertThat(bella.dialog().getByRole(AriaRole.LISTITEM)).containsText(new String[] {"Ball found", "Ball fuond"});
    }

    @Test
    void nobodyEditsOrDeletesTheBarkOfAnother() {
        rex.bark("Mine alone");
        bella.button("1 new bark").click();
        Locator bark = bella.barkThatSays("Mine alone");
        String id = Person.idOf(bark);
        bella.menuOf(bark).click();
        assertThat(bella.menuItem("Copy link")).isVisible();
        assertThat(bella.menuItem("Edit")).hasCount(0);
        assertThat(bella.menuItem("Delete")).hasCount(0);
        bella.press("Escape");

        assertThat(bella.call("barker-composer", "edit", "Not hers", id))
                .isEqualTo(Map.of("posted", false, "why", "This bark is not there any more."));
        assertThat(bella.call("barker-feed", "textToEdit", id)).isEqualTo("");
        bella.call("barker-feed", "askToDelete", id);
        bella.yes("Delete").click();
        assertThat(bella.page().getByRole(AriaRole.ALERTDIALOG)).isHidden();

        rex.goHome();
        assertThat(rex.barkThatSays("Mine alone")).isVisible();
        rex.delete(rex.barkThatSays("Mine alone"));
        assertThat(rex.barkThatSays("Mine alone")).hasCount(0);
        rex.goHome();
        assertThat(rex.barkThatSays("Mine alone")).hasCount(0);
    }

    @Test
    void whatIsDeletedLeavesOpenFeedsAndATombstoneWhereOthersReplied() {
        rex.bark("I ate the slipper");
        String address = rex.addressOf(rex.barkThatSays("I ate the slipper"));
        Person moose = BROWSERS.member(installation.server(), "moose");
        Person mooseInTheThread = moose.inAnotherTab().goTo(address);
        assertThat(mooseInTheThread.barkThatSays("I ate the slipper")).isVisible();
        bella.button("1 new bark").click();
        bella.reply(bella.barkThatSays("I ate the slipper"), "Again?").bark("Look at this " + address);
        mooseInTheThread.button("1 new reply").click();
        moose.button("2 new barks").click();
        Locator quoting = moose.barkThatSays("Look at this");
        assertThat(quoting.getByRole(AriaRole.FIGURE)).containsText("I ate the slipper");

        rex.delete(rex.barkThatSays("I ate the slipper"));

        assertThat(quoting.getByRole(AriaRole.FIGURE)).hasCount(0);
        assertThat(moose.page().getByText("I ate the slipper")).hasCount(0);
        assertThat(moose.barkThatSays("Again?")).isVisible();
        assertThat(mooseInTheThread.barks().first()).hasText("This bark was deleted.");
        assertThat(mooseInTheThread.barkThatSays("Again?")).isVisible();
        mooseInTheThread.goTo(address);
        assertThat(mooseInTheThread.barks().first()).hasText("This bark was deleted.");
        assertThat(mooseInTheThread.barkThatSays("Again?")).isVisible();
        assertThat(mooseInTheThread.page().getByText("I ate the slipper")).hasCount(0);
    }

    @Test
    void deleteAndRedraftPutsTheTextBackWhereItWasWritten() {
        rex.bark("Sqirrel").bark("Above it");
        rex.newBark().fill("Begun already");

        rex.choose(rex.barkThatSays("Sqirrel"), "Delete and redraft");
        rex.yes("Delete and redraft").click();

        assertThat(rex.barkThatSays("Sqirrel")).hasCount(0);
        assertThat(rex.newBark()).hasValue("Begun already\n\nSqirrel");
        assertThat(rex.newBark()).isFocused();
        rex.newBark().fill("Squirrel");
        rex.press("Control+Enter");
        assertThat(rex.barks().first()).containsText("Squirrel");
    }

    @Test
    void aReplyThatIsWrittenAgainIsAReplyAgain() {
        rex.bark("What was that noise?");
        bella.button("1 new bark").click();
        bella.reply(bella.barkThatSays("What was that noise?"), "A sqirrel").goHome();

        bella.choose(bella.barkThatSays("A sqirrel"), "Delete and redraft");
        bella.yes("Delete and redraft").click();
        Locator reply = bella.dialog().getByRole(AriaRole.TEXTBOX);
        assertThat(reply).hasValue("A sqirrel");
        reply.fill("A squirrel");
        reply.press("Control+Enter");
        assertThat(bella.dialog()).isHidden();

        assertThat(bella.barkThatSays("A squirrel")).containsText("Replying to @" + rex.name());
        assertThat(rex.act(rex.barkThatSays("What was that noise?"), "Reply")).hasAccessibleName("Reply, 1");
    }

    @Test
    void aPastedLinkQuotesABarkUntilItsAuthorTakesItOut() {
        rex.bark("Best trick of the year");
        bella.button("1 new bark").click();
        String id = Person.idOf(bella.barkThatSays("Best trick of the year"));
        bella.newBark().fill("Judge yourselves: " + bella.addressOf(bella.barkThatSays("Best trick of the year")));
        assertThat(bella.page().getByText("Quotes a bark")).isVisible();
        bella.press("Control+Enter");
        assertThat(bella.newBark()).hasValue("");
        Person moose = BROWSERS.member(installation.server(), "moose");

        rex.button("1 new bark").click();
        Locator quoting = rex.barkThatSays("Judge yourselves");
        assertThat(quoting.getByRole(AriaRole.FIGURE)).hasAccessibleName("Quoted bark by " + rex.name());
        assertThat(quoting.getByRole(AriaRole.FIGURE)).containsText("Best trick of the year");
        assertThat(quoting.locator(".bark-text").first()).hasText("Judge yourselves:");

        Locator seenByMoose = moose.barkThatSays("Judge yourselves");
        moose.menuOf(seenByMoose).click();
        assertThat(moose.menuItem("Copy link")).isVisible();
        assertThat(moose.menuItem("Remove my bark from this quote")).hasCount(0);
        moose.press("Escape");
        assertThat(moose.call("barker-feed", "detachQuote", Person.idOf(seenByMoose)))
                .isEqualTo(Map.of("done", false, "why", "This bark is not there any more."));
        assertThat(seenByMoose.getByRole(AriaRole.FIGURE)).isVisible();

        rex.choose(quoting, "Remove my bark from this quote");

        assertThat(quoting.getByRole(AriaRole.FIGURE)).hasCount(0);
        assertThat(seenByMoose.getByRole(AriaRole.FIGURE)).hasCount(0);
        assertThat(seenByMoose).isVisible();
        assertThat(bella.barkThatSays("Judge yourselves").getByRole(AriaRole.FIGURE))
                .hasCount(0);
        moose.goTo("/barks/" + Person.idOf(seenByMoose));
        assertThat(moose.barkThatSays("Judge yourselves")).isVisible();
        assertThat(moose.page().getByRole(AriaRole.FIGURE)).hasCount(0);
        moose.goTo("/barks/" + id);
        assertThat(moose.barkThatSays("Best trick of the year")).isVisible();
    }

    /** Past the composer, as a script would. */
    private static void barkUntilItIsTooMuch(Person person) {
        person.page().evaluate("""
                        async () => {
                            const { $server } = document.querySelector('barker-composer');
                            while ((await $server.post('Woof', crypto.randomUUID())).posted);
                        }
                        """);
    }
}
