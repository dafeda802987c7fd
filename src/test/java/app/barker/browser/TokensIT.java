package app.barker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.Browsers;
import app.barker.testing.Person;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** API tokens from their page to a program, and the three leashes. */
class TokensIT {

    @AutoClose
    static final Browsers BROWSERS = Browsers.open();

    @AfterEach
    void nothingWentWrongUnnoticed() {
        BROWSERS.everybodyLeaves();
    }

    @Test
    void aTokenWorksUntilItIsRevokedAndABarkOfAProgramReachesAnotherReader() {
        Person rex = BROWSERS.member(Installation.ON_POSTGRESQL.server(), "rex");
        Person bella = BROWSERS.member(Installation.ON_POSTGRESQL.server(), "bella");
        rex.goTo("/settings/tokens");
        rex.field("Name").fill("ci");
        rex.page().getByLabel("bark, edit, delete, like and rebark").check();
        rex.button("Make token").click();
        String token = rex.page().locator(".fresh-token code").innerText();
        bella.goTo("/everyone");
        // What is barked before the page has read its list is in it, and not new.
        assertThat(bella.heading("Everyone")).isVisible();

        assertThat(bark(rex, token).status()).isEqualTo(201);

        assertThat(bella.button("1 new bark")).isVisible();
        assertThat(rex.page().locator(".token")).hasCount(1);
        rex.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Revoke")))
                .click();
        assertThat(rex.page().locator(".token")).hasCount(0);
        assertThat(bark(rex, token).status()).isEqualTo(401);
    }

    @Test
    void theThreeLeashesDieAndTheReaderIsStillLoggedIn() {
        Person rex = BROWSERS.member(Installation.ON_H2.server(), "rex");
        rex.goTo("/settings/tokens");
        Locator revoke = rex.button("Log out and revoke");
        assertThat(revoke).isDisabled();

        rex.button("Send all three").click();
        assertThat(rex.page().getByText("200, let in")).hasCount(3);
        revoke.click();

        assertThat(rex.page().getByText(Pattern.compile("refused after .* ms"))).hasCount(3);
        assertThat(rex.page().getByText("401, not let in")).hasCount(3);
        rex.goTo("/settings/sessions");
        assertThat(rex.page().locator(".session.current")).isVisible();
    }

    @Test
    void aPageOfThisBarkerMayAskByItsCookieAndTheReferenceIsThere() {
        Person rex = BROWSERS.member(Installation.ON_H2.server(), "rex");

        Object status = rex.page().evaluate("fetch('/api/v1/whoami').then(answer => answer.status)");
        assertThat(status).isEqualTo(200);
        // As a page would send it that does not know the token; a browser would complain of the answer on its console.
        assertThat(rex.page().request().post("/api/v1/jwt").status()).isEqualTo(403);
        Object withToken = rex.page().evaluate("""
                fetch('/api/v1/jwt', {
                  method: 'POST',
                  headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name=_csrf]').content },
                }).then(answer => answer.status)""");
        assertThat(withToken).isEqualTo(200);

        rex.page().navigate("/api/docs");
        assertThat(rex.page().getByText("/api/v1/whoami").first()).isVisible();
    }

    private static APIResponse bark(Person person, String token) {
        return person.page()
                .request()
                .post(
                        "/api/v1/barks",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + token)
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"text\":\"Woof from a program\"}"));
    }
}
