package app.barker.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.SignedInViewTest;
import app.barker.token.ApiTokens;
import app.barker.token.Scope;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensViewTest extends SignedInViewTest {

    @Autowired
    ApiTokens tokens;

    @Test
    void aNewTokenIsShownAndItsFirstSignsStandInTheList() {
        navigate(TokensView.class);
        nameIt("ci");

        press("Make token");

        String secret = find(Code.class).single().getText();
        assertThat(tokens.find(secret, "").orElseThrow().scopes()).containsExactly(Scope.READ);
        assertThat(String.valueOf(argumentsOf(list(), "show")))
                .contains("ci", secret.substring(0, 8))
                .doesNotContain(secret);
    }

    @Test
    void aTokenWithoutANameIsRefusedAtItsField() {
        navigate(TokensView.class);
        nameIt("  ");

        press("Make token");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Give it a name.");
        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        navigate(TokensView.class);
        nameIt("ci");
        ExpiryField expiry = find(ExpiryField.class).single();
        expiry.getElement().getChild(0).getChild(1).setProperty("value", "date");

        press("Make token");

        assertThat(find(Paragraph.class).all()).anyMatch(text -> text.getText().startsWith("It would have ended"));
        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void withoutAFreshProofThePasswordIsAskedFor() {
        navigate(TokensView.class);
        open.proofIsOld(me);
        nameIt("ci");

        press("Make token");

        assertThat(tokens.of(me)).isEmpty();
    }

    @Test
    void revokingEndsItAndIdsOfOthersLeadNowhere() {
        navigate(TokensView.class);
        nameIt("ci");
        press("Make token");
        String secret = find(Code.class).single().getText();
        long id = tokens.of(me).getFirst().id();

        list().revoke("99999999");
        list().revoke("x");
        list().revoke(null);
        assertThat(tokens.find(secret, "")).isPresent();

        list().revoke(String.valueOf(id));
        assertThat(tokens.find(secret, "")).isEmpty();
        assertThat(find(Code.class).all()).isEmpty();
    }

    private void nameIt(String name) {
        find(TextField.class).single().setValue(name);
    }

    private TokenList list() {
        return find(TokenList.class).single();
    }
}
