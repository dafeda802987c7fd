package app.barker.signin.ui;

import app.barker.shared.ui.Toast;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;

/** Another name. Knows a callback, no service. */
class UsernameForm extends Composite<Section> {

    private final TextField username = new TextField(getTranslation("username"));

    UsernameForm(String present, Consumer<String> renaming) {
        username.setValue(present);
        username.setPrefixComponent(new Span("@"));
        username.setManualValidation(true);
        username.getElement().setAttribute("autocapitalize", "none").setAttribute("autocomplete", "off");
        Button rename =
                new Button(getTranslation("account.username.button"), click -> renaming.accept(username.getValue()));
        rename.addThemeName("primary");
        rename.addClickShortcut(Key.ENTER).listenOn(username).resetFocusOnActiveElement();
        Div actions = new Div(rename);
        actions.addClassName("form-actions");
        Paragraph hint = new Paragraph(getTranslation("account.username.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("account.username.title")), hint, username, actions);
    }

    void show(Optional<String> problem) {
        username.setInvalid(problem.isPresent());
        username.setErrorMessage(problem.orElse(""));
        problem.ifPresent(wrong -> username.focus());
    }

    void renamed(String now) {
        username.setValue(now);
        Toast.done(getTranslation("account.username.done", now));
    }
}
