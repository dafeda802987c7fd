package app.barker.api.ui;

import app.barker.token.NewToken;
import app.barker.token.Scope;
import app.barker.token.TokenProblem;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a new API token is to be. Knows a callback, no service. */
class TokenForm extends Composite<Section> {

    private final TextField name = new TextField(getTranslation("tokens.name"));
    private final ScopeChoice scopes;
    private final ExpiryField expiry;
    private final Paragraph problem = new Paragraph();

    TokenForm(Set<Scope> offered, int mostDays, Consumer<TokenForm> making) {
        scopes = new ScopeChoice(offered);
        expiry = new ExpiryField(mostDays);
        name.setHelperText(getTranslation("tokens.name.hint"));
        name.setManualValidation(true);
        Button make = new Button(getTranslation("tokens.make"), click -> making.accept(this));
        make.addThemeName("primary");
        make.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        Div actions = new Div(make);
        actions.addClassName("form-actions");
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Paragraph hint = new Paragraph(getTranslation("tokens.new.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("tokens.new")), hint, name, scopes, expiry, problem, actions);
    }

    /** As it is filled in. */
    NewToken wanted(Instant now) {
        return new NewToken(name.getValue(), scopes.chosen(), expiry.end(now));
    }

    /** Says what is wrong where it is. */
    void show(Optional<TokenProblem> refused) {
        String words =
                refused.map(each -> getTranslation("token.problem." + each)).orElse("");
        boolean ofName = refused.filter(each -> each.name().startsWith("NAME_")).isPresent();
        name.setInvalid(ofName);
        name.setErrorMessage(ofName ? words : "");
        problem.setText(ofName ? "" : words);
        if (ofName) {
            name.focus();
        }
    }

    void clear() {
        name.clear();
        show(Optional.empty());
    }
}
