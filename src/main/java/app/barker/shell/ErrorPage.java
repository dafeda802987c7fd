package app.barker.shell;

import app.barker.shared.IncidentCode;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** What a person sees instead of a page: a drawing, what happened, and the way on. */
class ErrorPage extends Main {

    ErrorPage(String title, String text) {
        addClassName("error-page");
        Image art = new Image("images/not-found.svg", "");
        art.addClassName("error-art");
        H1 heading = new H1(title);
        heading.addClassName("display");
        add(art, heading, new Paragraph(text));
    }

    void quote(String sentence, IncidentCode code) {
        Code quoted = new Code(code.value());
        quoted.addClassName("code");
        Paragraph line = new Paragraph(sentence + " ");
        line.add(quoted);
        add(line);
    }

    void way(String path, String words) {
        Anchor link = new Anchor(path, words);
        link.setRouterIgnore(true);
        link.addClassNames("button", "primary");
        Div actions = new Div(link);
        actions.addClassName("actions");
        add(actions);
    }
}
