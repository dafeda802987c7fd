package app.barker.shared;

import java.util.Locale;
import java.util.ResourceBundle;

/** The translations for what is written before there is a view: the frame of a page, pages without Vaadin, answers to programs. */
public final class Texts {

    private Texts() {}

    /** In the nearest language that there is. */
    public static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
