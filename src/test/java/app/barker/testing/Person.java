package app.barker.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody at a browser, with the words that a person would use for what they do there. */
public final class Person implements AutoCloseable {

    private static final Pattern THREAD = Pattern.compile("/barks/\\d+$");

    /** What comes back when a page has told the server something. */
    private static final Pattern ANSWER = Pattern.compile("v-r=uidl");

    private static final int MOST_TABS = 60;

    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private String name = "";

    Person(BrowserContext browser) {
        this.browser = browser;
        browser.setDefaultTimeout(3.0 * Browsers.PATIENCE_MILLIS);
        browser.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        browser.onWebError(error -> complaints.add(error.error()));
        page = browser.newPage();
    }

    /** The same person in another tab of the same browser. What goes wrong in either is complained about in the first. */
    public Person inAnotherTab() {
        return new Person(this);
    }

    private Person(Person other) {
        browser = other.browser;
        page = browser.newPage();
        name = other.name;
    }

    public BrowserContext browser() {
        return browser;
    }

    public Page page() {
        return page;
    }

    /** Says that the network was cut on purpose: the browser complains about each request that got lost. */
    public void forgetTheNetwork() {
        complaints.removeIf(complaint -> complaint.matches("(?s).*(net::ERR_|WebSocket|Error in connection).*"));
    }

    /** By which the others know them. */
    public String name() {
        return name;
    }

    /** What scripts and the browser's console complained about so far. */
    public List<String> complaints() {
        return complaints;
    }

    /** Everything that the server sends to this tab from now on. */
    public Wire wire() {
        return new Wire(page);
    }

    public Person goTo(String address) {
        page.navigate(address);
        return this;
    }

    public void findsNothingAt(String address) {
        goTo(address);
        assertThat(heading("This trail ends here")).isVisible();
    }

    public Person goHome() {
        goTo("/");
        assertThat(newBark()).isVisible();
        return this;
    }

    public Person signUp(String name) {
        page.navigate("/signup");
        field("Username").fill(name);
        field("Password").fill(Dogs.PASSWORD);
        button("Sign up").click();
        assertThat(newBark()).isVisible();
        this.name = name;
        return this;
    }

    public Person logIn(String name) {
        page.navigate("/login");
        return fillInLogIn(name, Dogs.PASSWORD);
    }

    /** On a log-in page that is open. */
    public void remember() {
        page.getByLabel("Remember me").check();
    }

    /** On a log-in page that is open. */
    public Person fillInLogIn(String name, String password) {
        field("Username").fill(name);
        field("Password").fill(password);
        button("Log in").click();
        return this;
    }

    /** With the keyboard, as those do who bark a lot. */
    public Person bark(String text) {
        newBark().fill(text);
        newBark().press("Control+Enter");
        assertThat(newBark()).hasValue("");
        return this;
    }

    /** From the card, in the dialog over the page. */
    public Person reply(Locator bark, String text) {
        act(bark, "Reply").click();
        write(text);
        return this;
    }

    /** In the thread that is open, to the bark that it is opened at. */
    public Person answer(String text) {
        Locator field = page.getByRole(AriaRole.TEXTBOX, named("Reply"));
        field.fill(text);
        field.press("Control+Enter");
        assertThat(field).hasValue("");
        return this;
    }

    public Person edit(Locator bark, String text) {
        choose(bark, "Edit");
        write(text);
        return this;
    }

    private void write(String text) {
        Locator field = dialog().getByRole(AriaRole.TEXTBOX);
        field.fill(text);
        field.press("Control+Enter");
        assertThat(dialog()).isHidden();
    }

    public Person delete(Locator bark) {
        choose(bark, "Delete");
        sayYes("Delete");
        return this;
    }

    /** Shows the bark among those that it answers and those that answer it. */
    public Person openThread(Locator bark) {
        timeOf(bark).click();
        assertThat(page).hasURL(THREAD);
        assertThat(page.getByRole(AriaRole.HEADING, named("Thread"))).isVisible();
        return this;
    }

    public Person follow(Person other) {
        goTo("/users/" + other.name());
        // It shows at the click; whoever leaves at once must know that it has arrived.
        awaitAnswer(() -> button("Follow " + other.name()).click());
        assertThat(button("Following " + other.name())).isVisible();
        return this;
    }

    /** For a week. */
    public Person mute(Locator bark, Person author) {
        choose(bark, "Mute @" + author.name());
        sayYes("Mute");
        return this;
    }

    public Person muteThread(Locator bark) {
        choose(bark, "Mute this thread");
        sayYes("Mute");
        return this;
    }

    public Person muteWord(String word) {
        goTo("/settings/mutes");
        field("Word").fill(word);
        press("Enter");
        assertThat(button("Unmute " + word.toLowerCase(Locale.ROOT))).isVisible();
        return this;
    }

    /** From the profile; ends at Home. */
    public Person block(Person other) {
        goTo("/users/" + other.name());
        button("More").first().click();
        menuItem("Block @" + other.name()).click();
        sayYes("Block");
        assertThat(newBark()).isVisible();
        return this;
    }

    public Person logOut() {
        accountMenu().click();
        menuItem("Log out").click();
        return this;
    }

    /** In the question that is open; returns when the server has answered. */
    public void sayYes(String words) {
        awaitAnswer(() -> yes(words).click());
    }

    private void awaitAnswer(Runnable action) {
        page.waitForResponse(ANSWER, action);
    }

    /** What is said beside a text that the server has. */
    public Locator draftSaved() {
        return page.locator(".composer-saved").getByText("Saved");
    }

    /** Those that are not being written here. */
    public Locator otherDrafts() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^\\d+ drafts?$")));
    }

    /** With one of those that wait, from the place where new barks are written. */
    public Person goOnWith(String beginning) {
        newBark().click();
        otherDrafts().click();
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go on with: " + beginning))
                .click();
        assertThat(dialog()).isHidden();
        return this;
    }

    /** From the menu of a bark. */
    public void choose(Locator bark, String item) {
        menuOf(bark).click();
        menuItem(item).click();
    }

    /**
     * Asks the server what the page could ask it, past the screen, as a script would.
     *
     * @param element the tag of the element whose server part is asked
     */
    public Object call(String element, String method, Object... arguments) {
        return page.locator(element)
                .first()
                .evaluate(
                        "(element, [method, values]) => element.$server[method](...values)",
                        List.of(method, List.of(arguments)));
    }

    /** Wherever the focus is. */
    public void type(String text) {
        page.keyboard().type(text);
    }

    /** By the Tab key, as often as it takes to come around a page. */
    public void tabTo(Locator target) {
        for (int i = 0; i < MOST_TABS && !hasFocus(target); i++) {
            press("Tab");
        }
        if (!hasFocus(target)) {
            assertThat(target).isFocused();
        }
    }

    private static boolean hasFocus(Locator target) {
        return (boolean) target.evaluate("element => element.contains(element.getRootNode().activeElement)");
    }

    /** A key, wherever the focus is. */
    public void press(String key) {
        page.keyboard().press(key);
    }

    /** As the browser sends it: name and value. */
    public String sessionCookie() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .findFirst()
                .orElseThrow();
    }

    public Cookie cookie(String name) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Locator newBark() {
        return page.getByRole(AriaRole.TEXTBOX, named("New bark"));
    }

    /** The barks on the page, newest first. */
    public Locator barks() {
        return page.getByRole(AriaRole.ARTICLE);
    }

    public Locator barkThatSays(String text) {
        return barks().filter(new Locator.FilterOptions().setHasText(text));
    }

    public Locator menuOf(Locator bark) {
        return bark.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More"));
    }

    /** Reply, Rebark or Like, whatever number stands beside it. */
    public Locator act(Locator bark, String action) {
        return bark.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^%s(, \\d+)?$".formatted(action))));
    }

    /** The link to its thread. */
    public Locator timeOf(Locator bark) {
        return bark.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHas(page.locator("time")))
                .first();
    }

    /** The address of its thread, as one gives it to others. */
    public String addressOf(Locator bark) {
        return timeOf(bark).evaluate("link => link.href").toString();
    }

    /** By which scripts name it. */
    public static String idOf(Locator bark) {
        return bark.getAttribute("data-id");
    }

    public Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** A short word at the bottom of the page, or an error. */
    public Locator toast(String sentence) {
        return page.locator(".toast, vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(sentence));
    }

    /** Beside what was just saved. */
    public Locator saved() {
        return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Saved."));
    }

    public Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, named(words));
    }

    public Locator link(String words) {
        return page.getByRole(AriaRole.LINK, named(words));
    }

    public Locator accountMenu() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account menu"));
    }

    /** In a question that comes before something is done. */
    public Locator yes(String words) {
        return page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    public Locator menuItem(String name) {
        return page.getByRole(AriaRole.MENUITEM, named(name));
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        browser.close();
    }
}
