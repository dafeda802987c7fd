package app.barker.signin.ui;

import app.barker.shared.Language;
import app.barker.shared.PageLanguage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.util.Optional;

/** The languages, on the pages outside: the browser keeps the one that is pressed. */
class LanguageSwitch extends Div {

    LanguageSwitch() {
        addClassName("language-switch");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("language.title"));
        for (Language language : Language.values()) {
            add(button(language));
        }
    }

    private NativeButton button(Language language) {
        NativeButton button = new NativeButton(getTranslation("language." + language), click -> speak(language));
        button.addClassName("link");
        button.getElement().setAttribute("lang", language.locale().getLanguage());
        if (language == Language.of(getLocale())) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }

    /** The whole page anew: what its browser draws has texts of its own. */
    private static void speak(Language language) {
        PageLanguage.choose(
                VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent(), Optional.of(language));
        UI.getCurrent().getPage().reload();
    }
}
