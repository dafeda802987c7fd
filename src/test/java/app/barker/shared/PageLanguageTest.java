package app.barker.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageLanguageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource({"de, GERMAN", "de-CH, GERMAN", "en-GB, ENGLISH", "fr, ENGLISH"})
    void theBrowserDecides(String asked, Language answered) {
        askFor(asked);

        assertThat(PageLanguage.of(request)).isEqualTo(answered);
    }

    @Test
    void theFirstThatBarkerSpeaksCounts() {
        askFor("fr", "de-AT", "en");

        assertThat(PageLanguage.of(request)).isEqualTo(Language.GERMAN);
    }

    @Test
    void whoAsksForNoneGetsEnglishWhateverTheServerSpeaks() {
        MockHttpServletRequest ofNoLanguage = new MockHttpServletRequest() {
            @Override
            public Enumeration<Locale> getLocales() {
                return Collections.enumeration(List.of(Locale.GERMANY));
            }
        };

        assertThat(PageLanguage.of(ofNoLanguage)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatWasChosenInABrowserCountsMoreThanWhatItAsksFor() {
        askFor("de");
        PageLanguage.choose(request, response, Optional.of(Language.ENGLISH));

        Cookie kept = Objects.requireNonNull(response.getCookie("barker-language"));
        assertThat(kept.isHttpOnly()).isTrue();
        request.setCookies(kept);
        assertThat(PageLanguage.of(request)).isEqualTo(Language.ENGLISH);

        request.setCookies(new Cookie("barker-language", "KLINGON"));
        assertThat(PageLanguage.of(request)).isEqualTo(Language.GERMAN);
    }

    @Test
    void whatAPersonHasChosenCountsMost() {
        askFor("en");
        request.setCookies(new Cookie("barker-language", "ENGLISH"));

        PageLanguage.keepIn(request.getSession(), Optional.of(Language.GERMAN));
        assertThat(PageLanguage.of(request)).isEqualTo(Language.GERMAN);

        PageLanguage.keepIn(request.getSession(), Optional.empty());
        assertThat(PageLanguage.of(request)).isEqualTo(Language.ENGLISH);
    }

    private void askFor(String... languages) {
        request.addHeader("Accept-Language", String.join(", ", languages));
        request.setPreferredLocales(
                Stream.of(languages).map(Locale::forLanguageTag).toList());
    }
}
