package app.barker.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A browser that fetches nothing of its own. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create();
        var options = new BrowserType.LaunchOptions().setArgs(arguments());
        executable().ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    /** The sandbox does not work for root. */
    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** Empty where Playwright may use the one that it fetches itself. */
    private static Optional<Path> executable() {
        return Optional.ofNullable(System.getenv("BARKER_CHROMIUM"))
                .map(Path::of)
                .or(() -> Optional.of(Path.of("/usr/bin/chromium")))
                .filter(Files::isExecutable);
    }

    /** As a person who has never been here: no cache, no cookie. */
    BrowserContext newPerson() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** Fills in the log-in page that stands before a person. */
    static void logIn(Page page, String name) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(Kennel.PASSWORD);
        page.locator("vaadin-login-form vaadin-button[slot=submit], vaadin-login-form vaadin-button")
                .first()
                .click();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
