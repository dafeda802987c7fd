package app.barker.signin.ui;

import app.barker.shared.Language;
import app.barker.signin.EmailService;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** An address, for who wants to give one. */
class EmailForm extends Composite<Section> {

    private final EmailService emails;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final Paragraph state = new Paragraph();
    private final TextField address = new TextField(getTranslation("account.email.address"));
    private final Button remove = new Button(getTranslation("account.email.remove"), click -> remove());

    EmailForm(EmailService emails, SignedIn me, ProofQuestion proof) {
        this.emails = emails;
        this.me = me;
        this.proof = proof;
        Paragraph hint = new Paragraph(getTranslation(emails.isOn() ? "account.email.text" : "account.email.no-mail"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("account.email.title")), hint);
        if (emails.isOn()) {
            address.setManualValidation(true);
            address.setAutocomplete(Autocomplete.EMAIL);
            address.getElement().setAttribute("inputmode", "email").setAttribute("autocapitalize", "none");
            Button give = new Button(getTranslation("account.email.button"), click -> give());
            give.addThemeName("primary");
            give.addClickShortcut(Key.ENTER).listenOn(address).resetFocusOnActiveElement();
            Div actions = new Div(give, remove);
            actions.addClassName("form-actions");
            state.getElement().setAttribute("role", "status");
            getContent().add(state, address, actions);
            show();
        }
    }

    private void show() {
        state.setText(emails.waitingOf(me)
                .map(waiting -> getTranslation("account.email.waiting", waiting))
                .or(() -> emails.of(me).map(given -> getTranslation("account.email.given", given)))
                .orElse(""));
        remove.setVisible(emails.of(me).isPresent() || emails.waitingOf(me).isPresent());
    }

    private void give() {
        proof.before(() -> {
            EmailService.Outcome outcome = emails.give(me, address.getValue(), Language.of(getLocale()));
            address.setInvalid(outcome != EmailService.Outcome.SENT);
            if (outcome == EmailService.Outcome.SENT) {
                address.clear();
            } else {
                address.setErrorMessage(getTranslation("account.email." + outcome));
                address.focus();
            }
            show();
        });
    }

    private void remove() {
        proof.before(() -> {
            emails.remove(me);
            show();
        });
    }
}
