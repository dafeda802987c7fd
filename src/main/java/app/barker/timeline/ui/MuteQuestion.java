package app.barker.timeline.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for how long somebody or a thread is muted, and calls back with that: empty for good. */
class MuteQuestion extends ConfirmDialog {

    private static final String TEXT = "mute-question-text";

    private MuteQuestion(String what, String name, Consumer<Optional<Duration>> yes) {
        MuteLengthField length = new MuteLengthField();
        setHeader(getTranslation("mute." + what + ".title", name));
        Paragraph text = new Paragraph(getTranslation("mute." + what + ".text"));
        text.setId(TEXT);
        setText(new Div(text, length));
        // Else all that can be chosen is read out with it.
        setAriaDescribedBy(TEXT);
        setConfirmText(getTranslation("mute.yes"));
        addConfirmListener(confirmed -> yes.accept(length.duration()));
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setCancelButtonTheme("");
    }

    static MuteQuestion ofPerson(String username, Consumer<Optional<Duration>> yes) {
        return new MuteQuestion("person", username, yes);
    }

    static MuteQuestion ofThread(Consumer<Optional<Duration>> yes) {
        return new MuteQuestion("thread", "", yes);
    }
}
