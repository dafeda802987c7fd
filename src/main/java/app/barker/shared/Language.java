package app.barker.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Barker speaks. Each has a bundle of texts; that of English is the one without a suffix. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** As Java and browsers call it, without a country. */
    public Locale locale() {
        return locale;
    }

    /** Of a locale, whatever its country; English where Barker does not speak that of the locale. */
    public static Language of(Locale locale) {
        return spokenIn(locale).orElse(ENGLISH);
    }

    static Optional<Language> spokenIn(Locale locale) {
        return Stream.of(values())
                .filter(each -> each.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}
