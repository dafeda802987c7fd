package app.barker.signin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Shows how long the password of the field around it is; counts in the browser. */
@Tag("barker-meter")
@JsModule("./barker-meter.ts")
class PasswordMeter extends Component {

    PasswordMeter(int minimumLength) {
        getElement()
                .setAttribute("min", String.valueOf(minimumLength))
                .setAttribute("hint", getTranslation("signup.password-hint", minimumLength));
    }
}
