package app.barker.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, with the words that a person would use for what they do there. */
public final class Person implements AutoCloseable {

    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

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

    public BrowserContext browser() {
        return browser;
    }

    public Page page() {
        return page;
    }

    /** What scripts and the browser's console complained about so far. */
    public List<String> complaints() {
        return complaints;
    }

    public Person signUp(String name) {
        page.navigate("/signup");
        field("Username").fill(name);
        field("Password").fill(Dogs.PASSWORD);
        button("Sign up").click();
        assertThat(newBark()).isVisible();
        return this;
    }

    public Person logIn(String name) {
        page.navigate("/login");
        return fillInLogIn(name, Dogs.PASSWORD);
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

    public Person logOut() {
        accountMenu().click();
        menuItem("Log out").click();
        return this;
    }

    /** Wherever the focus is. */
    public void type(String text) {
        page.keyboard().type(text);
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

    public Locator accountMenu() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account menu"));
    }

    /** In the question that comes before a deletion. */
    public Locator yesDelete() {
        return page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"));
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
