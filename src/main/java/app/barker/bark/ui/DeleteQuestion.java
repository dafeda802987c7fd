package app.barker.bark.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a bark is deleted for good. */
public class DeleteQuestion extends ConfirmDialog {

    public DeleteQuestion(Runnable yes) {
        this("bark.delete", yes);
    }

    private DeleteQuestion(String sentences, Runnable yes) {
        setHeader(getTranslation(sentences + ".title"));
        setText(getTranslation(sentences + ".text"));
        setConfirmText(getTranslation(sentences + ".yes"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirmed -> yes.run());
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setCancelButtonTheme("");
    }

    /** For who wants to write it again, better. */
    public static DeleteQuestion beforeRedraft(Runnable yes) {
        return new DeleteQuestion("bark.redraft", yes);
    }
}
