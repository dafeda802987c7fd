package app.barker.signin.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code docs/sessions-explained.md} beside one's own session, for those who learn or teach. */
@Route("settings/sessions/explained")
@PermitAll
public class SessionsExplainedView extends Composite<Div> implements HasDynamicTitle {

    static final String PATH = "/settings/sessions/explained";

    private static final String SOURCE = "/docs/sessions-explained.md";

    SessionsExplainedView() {
        Div head = new Div(new Anchor("/settings/sessions", getTranslation("sessions.explained.back")));
        Markdown text = new Markdown(SequenceDiagrams.inWords(source()));
        text.addClassName("prose");
        // As all of docs/ it is in English, whatever the language of the page.
        text.getElement().setAttribute("lang", "en");
        getContent().addClassNames("page", "settings");
        head.addClassName("page-head");
        getContent().add(head, text);
    }

    private static String source() {
        try (InputStream file = SessionsExplainedView.class.getResourceAsStream(SOURCE)) {
            return new String(Objects.requireNonNull(file, SOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("sessions.explained"));
    }
}
