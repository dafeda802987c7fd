package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final String DOG_FACE = "\uD83D\uDC36";

    @Test
    void isTheSameFromAnotherKeyboard() {
        String composed = "caf\u00E9 au chien, s'il te pla\u00EEt";
        String decomposed = "cafe\u0301 au chien, s'il te plai\u0302t";
        assertThat(decomposed).isNotEqualTo(composed);

        assertThat(revealed(decomposed)).isEqualTo(revealed(composed)).isEqualTo(composed);
    }

    @Test
    void keepsItsLookalikesApart() {
        // NFKC would fold these together and make a password easier to hit.
        assertThat(revealed("\uFF52\uFF45\uFF58")).isNotEqualTo("rex");
        assertThat(revealed("\uFB01do")).isNotEqualTo("fido");
    }

    @Test
    void keepsEverySpace() {
        assertThat(revealed("  two  spaces \t and a tab  ")).isEqualTo("  two  spaces \t and a tab  ");
        assertThat(revealed("   ")).isEqualTo("   ");
    }

    @Test
    void isTakenWholeUpToTheLimit() {
        assertThat(revealed("r".repeat(128))).isEqualTo("r".repeat(128));
        assertThat(Password.of("r".repeat(129))).isEmpty();
    }

    @Test
    void countsAnEmojiAsOne() {
        assertThat(revealed(DOG_FACE.repeat(128))).isEqualTo(DOG_FACE.repeat(128));
        assertThat(Password.of(DOG_FACE.repeat(128)).orElseThrow().length()).isEqualTo(128);
        assertThat(Password.of(DOG_FACE.repeat(129))).isEmpty();
    }

    @Test
    void isMeasuredAsItIsHashed() {
        assertThat(Password.of("e\u0301".repeat(128)).orElseThrow().length()).isEqualTo(128);
        assertThat(Password.of("e\u0301".repeat(129))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"woof\uD83D", "\uDC36woof", "wo\uDC36\uD83Dof"})
    void refusesHalvesOfCharacters(String typed) {
        assertThat(Password.of(typed)).isEmpty();
    }

    @Test
    void isNeverEmpty() {
        assertThat(Password.of("")).isEmpty();
    }

    @Test
    void mayHoldControlCharacters() {
        assertThat(revealed("a nul \u0000 and a bell \u0007")).isEqualTo("a nul \u0000 and a bell \u0007");
    }

    @Test
    void hidesItselfFromLogs() {
        assertThat(Password.of("bury the bone at midnight").orElseThrow())
                .asString()
                .doesNotContain("bone")
                .isEqualTo("Password[hidden]");
    }

    private static String revealed(String typed) {
        return Password.of(typed).orElseThrow().reveal();
    }
}
