package app.barker.moderation.ui;

import app.barker.signin.PasswordService;
import app.barker.signin.ui.CopyButton;
import app.barker.signin.ui.ResetView;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;

/** Shows a link that was just made: once, for it is stored nowhere. */
class ResetLinkDialog extends ConfirmDialog {

    ResetLinkDialog(String username, String secret) {
        String address = URI.create(
                        VaadinServletRequest.getCurrent().getRequestURL().toString())
                .resolve("/" + ResetView.PATH + "/" + secret)
                .toString();
        Code shown = new Code(address);
        shown.addClassNames("code", "link-to-copy");
        setHeader(getTranslation("people.link.title", username));
        setText(new Div(
                new Paragraph(getTranslation("people.link.text", PasswordService.LINK_LASTS.toHours())),
                shown,
                new CopyButton(address, getTranslation("people.link.copy"))));
        setConfirmText(getTranslation("people.link.done"));
    }
}
