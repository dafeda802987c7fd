package app.barker.timeline.ui;

import com.vaadin.flow.component.html.Span;

/** Says quietly that something was saved, until something changes. */
class SavedNote extends Span {

    SavedNote() {
        addClassName("saved-note");
        getElement().setAttribute("role", "status");
    }

    void saved() {
        setText(getTranslation("settings.saved"));
    }

    void clear() {
        setText("");
    }
}
