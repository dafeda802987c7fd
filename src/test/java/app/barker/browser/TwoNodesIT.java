package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.barker.testing.BarkerServer;
import app.barker.testing.Browsers;
import app.barker.testing.Dogs;
import app.barker.testing.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two Barkers on one database: what ends a session on the one ends it on the other. */
@SuppressWarnings("NullAway.Init")
class TwoNodesIT {

    private static final Pattern LOG_IN = Pattern.compile("/login(\\?.*)?$");

    /** Ten times what is promised. */
    private static final double PATIENCE_MILLIS = 50_000;

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    private static EmbeddedPostgres postgres;
    private static BarkerServer here;
    private static BarkerServer there;

    @BeforeAll
    static void bothStart() throws IOException {
        postgres = EmbeddedPostgres.start();
        Map<String, String> database = Map.of(
                "SPRING_DATASOURCE_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "SPRING_DATASOURCE_USERNAME",
                "postgres");
        here = BarkerServer.start(database);
        there = BarkerServer.start(database);
    }

    @AfterAll
    static void bothEnd() throws IOException {
        here.close();
        there.close();
        postgres.close();
    }

    @AfterEach
    void nothingWentWrongUnnoticed() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void whatIsRevokedHereEndsThere() {
        Person rex = BROWSERS.member(here, "rex");
        Person elsewhere = BROWSERS.person(there).logIn(rex.name());
        assertThat(elsewhere.newBark()).isVisible();

        rex.goTo("/settings/sessions");
        rex.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Revoke")))
                .click();

        assertThat(elsewhere.page()).hasURL(LOG_IN, new HasURLOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(elsewhere.page().getByText("You ended this session from another place"))
                .isVisible();
    }

    @Test
    void whoIsBannedHereIsOutThere() {
        Person boss = BROWSERS.person(here).signUp("boss");
        // Only the first of an installation is one, and tests come in any order.
        makeAdministrator("boss");
        boss.logOut();
        assertThat(boss.button("Log in")).isVisible();
        boss.fillInLogIn("boss", Dogs.PASSWORD);
        assertThat(boss.newBark()).isVisible();
        Person rex = BROWSERS.member(there, "rex");

        boss.goTo("/admin/people");
        boss.button("Ban, @" + rex.name()).click();
        boss.yes("Ban").click();

        assertThat(rex.page()).hasURL(LOG_IN, new HasURLOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(rex.page().getByText("An administrator has closed this account for now"))
                .isVisible();
    }

    private static void makeAdministrator(String username) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var update = connection.prepareStatement("update users set role = 'ADMIN' where username = ?")) {
            update.setString(1, username);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
