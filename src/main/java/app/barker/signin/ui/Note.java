package app.barker.signin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A short message in a box, above what it is about. */
@Tag("barker-note")
@JsModule("./barker-note.ts")
class Note extends Component implements HasComponents {

    private Note(String kind, String title, Component content) {
        getElement().setAttribute("kind", kind);
        Div heading = new Div(title);
        heading.getElement().setAttribute("slot", "title");
        add(heading, content);
    }

    /** Read out at once, wherever the focus is. */
    static Note error(String title, String text) {
        return error(title, new Paragraph(text));
    }

    /** Says something that nothing went wrong about. */
    static Note plain(String title, String text) {
        return new Note("plain", title, new Paragraph(text));
    }

    /** Something to know; read out when there is a pause. */
    static Note notice(String title, Component content) {
        Note note = new Note("warn", title, content);
        note.getElement().setAttribute("role", "status");
        return note;
    }

    /** Takes the focus, so that Tab goes on to the fields below; once the page has been drawn and let go of it. */
    void focus() {
        getElement().executeJs("requestAnimationFrame(() => setTimeout(() => this.focus()))");
    }

    static Note error(String title, Component content) {
        Note note = new Note("err", title, content);
        note.getElement().setAttribute("role", "alert");
        note.getElement().setAttribute("tabindex", "-1");
        return note;
    }
}
