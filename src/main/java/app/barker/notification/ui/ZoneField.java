package app.barker.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** In which time zone somebody lives: the browser offers its own first, and all others that it knows. */
@Tag("barker-zone-field")
@JsModule("./barker-zone-field.ts")
class ZoneField extends Component {

    /** @param chosen empty where nothing was chosen yet: the browser then chooses its own */
    ZoneField(String chosen) {
        getElement()
                .setAttribute("label", getTranslation("notification-settings.zone"))
                .setProperty("value", chosen)
                .addPropertyChangeListener("value", "zone-changed", changed -> {});
    }

    /** As a browser says it: anything. */
    String value() {
        return getElement().getProperty("value", "");
    }
}
