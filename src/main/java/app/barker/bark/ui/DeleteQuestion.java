package app.barker.bark.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a bark is deleted for good. */
public class DeleteQuestion extends ConfirmDialog {

    public DeleteQuestion(Runnable yes) {
        setHeader(getTranslation("bark.delete.title"));
        setText(getTranslation("bark.delete.text"));
        setConfirmText(getTranslation("bark.delete.yes"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirmed -> yes.run());
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setCancelButtonTheme("");
    }
}
