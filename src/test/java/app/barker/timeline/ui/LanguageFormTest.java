package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.LanguageChoice;
import app.barker.shared.Language;
import app.barker.shared.PageLanguage;
import app.barker.signin.OpenSessions;
import app.barker.signin.OpenSignIns;
import app.barker.signin.ui.LoginView;
import app.barker.testing.SignedInViewTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class LanguageFormTest extends SignedInViewTest {

    @Autowired
    LanguageChoice languages;

    @Autowired
    OpenSessions sessions;

    @Test
    void whoChoosesALanguageIsSpokenToInItEverywhere() {
        // The container's own kind of session, which knows what is bound to it.
        MockHttpServletRequest elsewhere = new MockHttpServletRequest();
        open.bind(open.open(rex, OpenSignIns.PHONE), Objects.requireNonNull(elsewhere.getSession()), sessions);
        navigate(ProfileSettingsView.class);
        assertThat(PageLanguage.of(elsewhere)).isEqualTo(Language.ENGLISH);

        choose("GERMAN");

        assertThat(languages.of(rex.id())).contains(Language.GERMAN);
        assertThat(PageLanguage.of(elsewhere)).isEqualTo(Language.GERMAN);
    }

    @Test
    void whatTheBrowserAsksForCanBeChosenAgain() {
        languages.choose(rex, Optional.of(Language.GERMAN));
        navigate(ProfileSettingsView.class);
        assertThat(select().getProperty("value")).isEqualTo("GERMAN");

        choose("");

        assertThat(languages.of(rex.id())).isEmpty();
    }

    @Test
    void whatIsNoLanguageIsNone() {
        navigate(ProfileSettingsView.class);

        choose("KLINGON");

        assertThat(languages.of(rex.id())).isEmpty();
    }

    @Test
    void whoeverIsOutsideGetsWhatTheBrowserAsksFor() {
        visitIn("de-CH");

        navigate("login", LoginView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Schön, dass du wieder da bist");
        assertThat(find(NativeButton.class)
                        .withText("Deutsch")
                        .single()
                        .getElement()
                        .getAttribute("aria-current"))
                .isEqualTo("true");
    }

    private void choose(String language) {
        select().setProperty("value", language);
        press("Change language");
    }

    private Element select() {
        return find(LanguageForm.class)
                .single()
                .getElement()
                .getChildren()
                .flatMap(LanguageFormTest::withAllBelow)
                .filter(each -> !each.isTextNode() && each.getTag().equals("select"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> withAllBelow(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(LanguageFormTest::withAllBelow));
    }

    private void visitIn(String language) {
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
        MockVaadin.INSTANCE.setMockRequestFactory(session -> {
            MockRequest request = new MockRequest(session);
            request.getHeaders().put("Accept-Language", List.of(language));
            request.setLocaleInt(Locale.forLanguageTag(language));
            return request;
        });
        initVaadinEnvironment();
    }
}
