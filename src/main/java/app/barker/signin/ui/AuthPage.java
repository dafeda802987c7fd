package app.barker.signin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** The frame of the pages outside: logo, title, one panel, and the way to the other page. */
public class AuthPage extends Main {

    private final Section card = new Section();

    public AuthPage() {
        addClassName("auth");
        card.addClassName("auth-card");
        add(card, new LanguageSwitch());
    }

    void head(String title, String subtitle) {
        Image logo = new Image("icons/logo.svg", "Barker");
        logo.addClassName("auth-logo");
        Div brand = new Div(logo, new H1(title), new Paragraph(subtitle));
        brand.addClassName("auth-brand");
        card.add(brand);
    }

    void panel(Component... content) {
        Div panel = new Div(content);
        panel.addClassName("auth-panel");
        card.add(panel);
    }

    void elsewhere(String question, String path, String answer) {
        Paragraph line = new Paragraph();
        line.addClassName("auth-switch");
        line.add(question + " ");
        // A page load, not a router link: the other page starts from nothing.
        Anchor link = new Anchor("/" + path, answer);
        link.setRouterIgnore(true);
        line.add(link);
        card.add(line);
    }
}
