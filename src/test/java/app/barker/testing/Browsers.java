package app.barker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One Chromium for a test class; each person gets a browser profile of their own in it. Belongs to one thread, as Playwright
 * does. {@code BARKER_CHROMIUM} names the Chromium; without it a usual place or Playwright's own download is taken.
 */
public final class Browsers implements AutoCloseable {

    /** Ten times what the product promises, for a machine that is busy: assertions end as soon as they hold. */
    public static final int PATIENCE_MILLIS = 10_000;

    /** Names that nobody else has, also where several tests share a server; none is the beginning of another. */
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final Playwright playwright;
    private final Browser browser;
    private final List<Person> people = new ArrayList<>();

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Browsers open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Optional<Path> chromium = chromium();
        Playwright.CreateOptions creation = new Playwright.CreateOptions();
        chromium.ifPresent(path -> creation.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Playwright playwright = Playwright.create(creation);
        LaunchOptions launch = new LaunchOptions().setArgs(arguments());
        chromium.ifPresent(launch::setExecutablePath);
        return new Browsers(playwright, playwright.chromium().launch(launch));
    }

    /** Somebody new, at a desktop, not logged in. */
    public Person person(BarkerServer server) {
        return person(server, desktop());
    }

    /** Somebody who has just signed up and is at Home: Rex is called rex-101 or so. */
    public Person member(BarkerServer server, String dog) {
        return member(server, dog, desktop());
    }

    public Person member(BarkerServer server, String dog, Browser.NewContextOptions circumstances) {
        return person(server, circumstances).signUp(dog + "-" + NUMBER.incrementAndGet());
    }

    public static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    public static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                // What is on its way would be measured halfway.
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** When a test is over. Nothing may have gone wrong in any browser that nobody noticed. */
    public void everybodyLeaves() {
        List<String> complaints =
                people.stream().flatMap(person -> person.complaints().stream()).toList();
        people.forEach(Person::close);
        people.clear();
        assertThat(complaints).isEmpty();
    }

    public Person person(BarkerServer server, Browser.NewContextOptions circumstances) {
        circumstances.setBaseURL(server.at("").toString()).setLocale("en-GB");
        Person person = new Person(browser.newContext(circumstances));
        people.add(person);
        return person;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("BARKER_CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox refuses to start for root.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}
