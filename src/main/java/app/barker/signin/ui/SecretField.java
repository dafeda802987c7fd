package app.barker.signin.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** Vaadin's field for a password, whose button to show it is named in the language of the page. */
class SecretField extends PasswordField {

    SecretField(String label) {
        super(label);
        getElement().setPropertyMap("i18n", Map.of("reveal", getTranslation("password.show")));
    }
}
