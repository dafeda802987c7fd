package app.barker.timeline.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Says what a block does, to both, before it is done. */
class BlockQuestion extends ConfirmDialog {

    BlockQuestion(String username, Runnable yes) {
        setHeader(getTranslation("block.title", username));
        setText(getTranslation("block.text", username));
        setConfirmText(getTranslation("block.yes"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirmed -> yes.run());
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setCancelButtonTheme("");
    }
}
