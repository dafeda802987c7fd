package app.barker.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {

    @Test
    void countsNoFurtherThanAsked() {
        assertThat(Characters.count("", 10)).isZero();
        assertThat(Characters.count("e\u0301\uD83D\uDC36\r\n", 10)).isEqualTo(3);
        assertThat(Characters.count("w".repeat(1 << 20), 10)).isEqualTo(10);
    }

    @Test
    void areTooManyByEitherCount() {
        assertThat(Characters.areTooMany("www", 3, 3)).isFalse();
        assertThat(Characters.areTooMany("wwww", 3, 9)).isTrue();
        assertThat(Characters.areTooMany("w\u0301\u0301\u0301", 3, 3)).isTrue();
    }

    @Test
    void stripAsJavaScriptDoes() {
        assertThat(Characters.strip("\uFEFF\u00A0\u3000\u2028\t\n woof \u000B\u000C\r\u2029"))
                .isEqualTo("woof");
        assertThat(Characters.strip("\u200Bwoof\u0085")).isEqualTo("\u200Bwoof\u0085");
        assertThat(Characters.strip(" \n ")).isEmpty();
    }

    @Test
    void ofAnEmptyTextNothingShows() {
        assertThat(Characters.showNothing("")).isTrue();
        assertThat(Characters.showNothing("\u200B \u2800")).isTrue();
        assertThat(Characters.showNothing("\u200B.")).isFalse();
    }

    @Test
    void ourLineBreakIsNoControl() {
        assertThat(Characters.includeControls("wo\nof")).isFalse();
        assertThat(Characters.includeControls("wo\rof")).isTrue();
        assertThat(Characters.withOurLineBreaks("wo\r\n\r\n\rof")).isEqualTo("wo\n\n\nof");
    }
}
