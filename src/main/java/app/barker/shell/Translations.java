package app.barker.shell;

import app.barker.shared.Language;
import app.barker.shared.Texts;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The texts of the views. Vaadin's own provider would read the same bundles, but take those without a suffix for the language of
 * the server's machine.
 */
@Component
class Translations implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    @Override
    public List<Locale> getProvidedLocales() {
        return Stream.of(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        ResourceBundle texts = Texts.in(locale);
        if (!texts.containsKey(key)) {
            LOG.error("There is no text {}", key);
            return "!" + key;
        }
        String text = texts.getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }
}
