package app.barker.timeline.ui;

import app.barker.shared.Language;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The language in which Barker speaks to somebody. Knows a callback, no service. */
class LanguageForm extends Composite<Section> {

    /** What the browser's own list says where no language is chosen. */
    private static final String OF_BROWSER = "";

    private final Element select = new Element("select");

    LanguageForm(Optional<Language> present, Consumer<Optional<Language>> choosing) {
        select.appendChild(option(OF_BROWSER, present.isEmpty()).setText(getTranslation("settings.language.browser")));
        for (Language language : Language.values()) {
            select.appendChild(
                    option(language.name(), present.filter(language::equals).isPresent())
                            .setAttribute("lang", language.locale().getLanguage())
                            .setText(getTranslation("language." + language)));
        }
        select.setProperty("value", present.map(Enum::name).orElse(OF_BROWSER));
        select.addPropertyChangeListener("value", "change", changed -> {});
        Element label = new Element("label")
                .setAttribute("class", "choice")
                .appendChild(new Element("span").setText(getTranslation("settings.language.label")), select);
        Button choose = new Button(getTranslation("settings.language.button"), click -> choosing.accept(chosen()));
        Div actions = new Div(choose);
        actions.addClassName("form-actions");
        Paragraph hint = new Paragraph(getTranslation("settings.language.hint"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("language.title")), hint);
        getContent().getElement().appendChild(label);
        getContent().add(actions);
    }

    private static Element option(String value, boolean selected) {
        return new Element("option").setAttribute("value", value).setAttribute("selected", selected);
    }

    private Optional<Language> chosen() {
        String value = select.getProperty("value", OF_BROWSER);
        return Stream.of(Language.values())
                .filter(each -> each.name().equals(value))
                .findFirst();
    }
}
