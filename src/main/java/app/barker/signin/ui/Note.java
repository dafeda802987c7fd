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

    static Note error(String title, Component content) {
        Note note = new Note("err", title, content);
        note.getElement().setAttribute("role", "alert");
        // Focus goes here first, so that Tab reaches the fields.
        note.getElement().setAttribute("tabindex", "-1");
        return note;
    }
}
