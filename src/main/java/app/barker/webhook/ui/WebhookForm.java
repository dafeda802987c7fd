package app.barker.webhook.ui;

import app.barker.webhook.NewWebhook;
import app.barker.webhook.Watched.Kind;
import app.barker.webhook.WebhookProblem;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a new webhook is to be. Knows a callback, no service. */
class WebhookForm extends Composite<Section> {

    private final TextField address = new TextField(getTranslation("webhooks.address"));
    private final Element watches = new Element("select");
    private final TextField name = new TextField(getTranslation("webhooks.name"));
    private final TextField word = new TextField(getTranslation("webhooks.word"));
    private final Paragraph problem = new Paragraph();

    WebhookForm(Consumer<WebhookForm> making) {
        for (Kind each : Kind.values()) {
            watches.appendChild(new Element("option")
                    .setAttribute("value", each.name())
                    .setAttribute("selected", each == Kind.EVERYONE)
                    .setText(getTranslation("webhooks.watches." + each)));
        }
        watches.addPropertyChangeListener("value", "change", changed -> name.setVisible(needsName()));
        Element label = new Element("label")
                .appendChild(new Element("span").setText(getTranslation("webhooks.watches")), watches);
        label.setAttribute("class", "choice");
        name.setVisible(false);
        address.setHelperText(getTranslation("webhooks.address.hint"));
        word.setHelperText(getTranslation("webhooks.word.hint"));
        List.of(address, name, word).forEach(field -> field.setManualValidation(true));
        Button make = new Button(getTranslation("webhooks.make"), click -> making.accept(this));
        make.addThemeName("primary");
        make.addClickShortcut(Key.ENTER).listenOn(address, name, word).resetFocusOnActiveElement();
        Div actions = new Div(make);
        actions.addClassName("form-actions");
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Paragraph hint = new Paragraph(getTranslation("webhooks.new.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("webhooks.new")), hint, address);
        getContent().getElement().appendChild(label);
        getContent().add(name, word, problem, actions);
    }

    /** As it is filled in. */
    NewWebhook wanted() {
        return new NewWebhook(address.getValue(), watches(), name.getValue(), word.getValue());
    }

    /** Says what is wrong where it is. */
    void show(Optional<WebhookProblem> refused) {
        String words =
                refused.map(each -> getTranslation("webhook.problem." + each)).orElse("");
        Optional<TextField> wrong = refused.flatMap(this::fieldOf);
        for (TextField field : List.of(address, name, word)) {
            boolean here = wrong.filter(field::equals).isPresent();
            field.setInvalid(here);
            field.setErrorMessage(here ? words : "");
        }
        problem.setText(wrong.isPresent() ? "" : words);
        wrong.ifPresent(TextField::focus);
    }

    void clear() {
        address.clear();
        name.clear();
        word.clear();
        show(Optional.empty());
    }

    private Optional<TextField> fieldOf(WebhookProblem refused) {
        return switch (refused) {
            case ADDRESS_TOO_LONG, ADDRESS_UNREADABLE, ADDRESS_WITHOUT_TLS -> Optional.of(address);
            case NOBODY, NO_TAG -> Optional.of(name);
            case WORD_EMPTY, WORD_TOO_LONG -> Optional.of(word);
            case TOO_MANY -> Optional.empty();
        };
    }

    private boolean needsName() {
        return watches() == Kind.PERSON || watches() == Kind.TAG;
    }

    /** What a browser sends may be anything. */
    private Kind watches() {
        String chosen = watches.getProperty("value", Kind.EVERYONE.name());
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(Kind.EVERYONE);
    }
}
