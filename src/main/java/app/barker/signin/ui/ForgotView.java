package app.barker.signin.ui;

import app.barker.shared.Language;
import app.barker.signin.Origin;
import app.barker.signin.PasswordService;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What to do without the password. Says the same to everyone, whoever they say they are. */
@Route(value = ForgotView.PATH, autoLayout = false)
@AnonymousAllowed
public class ForgotView extends Composite<AuthPage> implements HasDynamicTitle {

    static final String PATH = "forgot";

    private final PasswordService passwords;
    private final Div notes = new Div();

    ForgotView(PasswordService passwords) {
        this.passwords = passwords;
        getContent().head(getTranslation("forgot.title"), getTranslation("forgot.subtitle"));
        notes.add(new Paragraph(getTranslation(passwords.sendsMail() ? "forgot.mail" : "forgot.text", hours())));
        Paragraph finePrint = new Paragraph(getTranslation("forgot.administrator"));
        finePrint.addClassName("fine-print");
        getContent().panel(notes, passwords.sendsMail() ? form() : new Div(), finePrint);
        getContent().elsewhere(getTranslation("forgot.remembered"), LoginView.PATH, getTranslation("login.button"));
    }

    private Div form() {
        TextField who = new TextField(getTranslation("forgot.who"));
        who.setAutocomplete(Autocomplete.USERNAME);
        who.getElement().setAttribute("autocapitalize", "none");
        Button send = new Button(getTranslation("forgot.button"), click -> send(who.getValue()));
        send.addThemeName("primary");
        send.addClassName("submit");
        send.addClickShortcut(Key.ENTER).listenOn(who).resetFocusOnActiveElement();
        Div form = new Div(who, send);
        form.addClassName("signup-form");
        return form;
    }

    private void send(String who) {
        boolean taken = passwords.sendLink(who, Origin.of(VaadinServletRequest.getCurrent()), Language.of(getLocale()));
        notes.removeAll();
        notes.add(
                taken
                        ? Note.plain(getTranslation("forgot.sent.title"), getTranslation("forgot.sent.text", hours()))
                        : Note.error(getTranslation("forgot.wait.title"), getTranslation("proof.wait")));
    }

    private static long hours() {
        return PasswordService.LINK_LASTS.toHours();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("forgot.title"));
    }
}
