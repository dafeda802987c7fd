package app.barker.shell;

import java.util.Locale;
import java.util.ResourceBundle;

/** The translations for what is written before there is a view: the frame of a page, and pages without Vaadin. */
final class Texts {

    private Texts() {}

    static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
