package app.barker.moderation.ui;

import app.barker.account.AccountAdministration;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why before somebody is kept out. */
class BanQuestion extends ConfirmDialog {

    BanQuestion(String username, Consumer<String> ban) {
        TextArea reason = new TextArea(getTranslation("people.ban.reason"));
        reason.setHelperText(getTranslation("people.ban.reason.help"));
        reason.setMaxLength(AccountAdministration.LONGEST_REASON);
        reason.setWidthFull();
        setHeader(getTranslation("people.ban.ask", username));
        setText(new Div(new Paragraph(getTranslation("people.ban.text", username)), reason));
        setConfirmButton(getTranslation("people.ban"), confirmed -> ban.accept(reason.getValue()));
        setConfirmButtonTheme("error primary");
        setCancelable(true);
        setCancelButtonTheme("");
        setCancelText(getTranslation("cancel"));
    }
}
