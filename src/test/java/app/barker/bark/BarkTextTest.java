package app.barker.bark;

import static app.barker.bark.BarkTextProblem.CONTROL_CHARACTERS;
import static app.barker.bark.BarkTextProblem.EMPTY;
import static app.barker.bark.BarkTextProblem.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarkTextTest {

    /** Man, woman, girl, boy, held together by three joiners: seven code points, eleven UTF-16 units. */
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private static final String ACUTE = "\u0301";

    @Test
    void has280CharactersAndNotOneMore() {
        assertThat(BarkText.problemWith("w".repeat(280))).isEmpty();
        assertThat(BarkText.problemWith("w".repeat(281))).contains(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"é", "e\u0301", "\uD83D\uDC36", "\uD83D\uDC4D\uD83C\uDFFD", "\uD83C\uDDEB\uD83C\uDDEE", "한"})
    void countsWhatAPersonCountsAsOne(String character) {
        assertThat(BarkText.problemWith(character.repeat(280))).isEmpty();
        assertThat(BarkText.problemWith(character.repeat(281))).contains(TOO_LONG);
    }

    @Test
    void countsAFamilyAsOneCharacter() {
        assertThat(BarkText.problemWith(FAMILY + "w".repeat(279))).isEmpty();
        assertThat(BarkText.problemWith(FAMILY + "w".repeat(280))).contains(TOO_LONG);
        // 160 families are 1,120 code points.
        assertThat(BarkText.problemWith(FAMILY.repeat(160))).isEmpty();
        assertThat(BarkText.problemWith(FAMILY.repeat(161))).contains(TOO_LONG);
    }

    @Test
    void has1120CodePointsAndNotOneMore() {
        String threeMarks = "e" + ACUTE.repeat(3);
        assertThat(BarkText.problemWith(threeMarks.repeat(280))).isEmpty();
        assertThat(BarkText.problemWith(threeMarks.repeat(280) + ACUTE)).contains(TOO_LONG);
        assertThat(BarkText.problemWith("e" + ACUTE.repeat(1_120))).contains(TOO_LONG);
    }

    @Test
    void keepsLineBreaks() {
        assertThat(new BarkText("Ball found\n\nbehind the couch").value()).isEqualTo("Ball found\n\nbehind the couch");
    }

    @Test
    void knowsTheLineBreaksOfEverySystem() {
        assertThat(new BarkText("one\r\ntwo\rthree\nfour").value()).isEqualTo("one\ntwo\nthree\nfour");
        assertThat(BarkText.problemWith("w".repeat(139) + "\r\n" + "w".repeat(140)))
                .as("a line break of Windows is one character")
                .isEmpty();
    }

    @Test
    void dropsWhiteSpaceAroundIt() {
        assertThat(new BarkText(" \n\t\u3000Woof \r\n ").value()).isEqualTo("Woof");
        assertThat(BarkText.problemWith(" ".repeat(500) + "w".repeat(280) + "\n".repeat(500)))
                .isEmpty();
    }

    @Test
    void keepsWhiteSpaceWithin() {
        assertThat(new BarkText("two  spaces\n   an indent").value()).isEqualTo("two  spaces\n   an indent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wo\tof",
                "wo\u0000of",
                "\u0000woof",
                "woof\u0000",
                "wo\u0007of",
                "wo\u001B[31mof",
                "wo\u000Bof",
                "wo\u007Fof",
                "wo\u0085of",
                "wo\u009Bof"
            })
    void refusesControlCharacters(String typed) {
        assertThat(BarkText.problemWith(typed)).contains(CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"woof\uD83D", "\uDC36woof", "\uD83D", "wo\uDC36\uD83Dof"})
    void refusesHalvesOfCharacters(String typed) {
        assertThat(BarkText.problemWith(typed)).contains(CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n \r\n \t",
                "\u00A0", // no-break space
                "\u3000", // ideographic space
                "\u200B\u200D\u2060\uFEFF", // zero width
                "\u202E\u202C", // turns of direction
                "\u00AD", // soft hyphen
                "\uFE0F", // variation selector
                "\uDB40\uDD00", // one of the other 240
                "\u3164", // Hangul filler
                "\uFFA0", // its narrow twin
                "\u115F\u1160", // Hangul's leading and middle fillers
                "\u2800", // a Braille cell without dots
                "\u034F", // grapheme joiner
                "\u180B\u180E\u180F", // Mongolian selectors
                "\u17B4\u17B5" // Khmer vowels without a shape
            })
    void refusesWhatShowsNothing(String typed) {
        assertThat(BarkText.problemWith(typed)).contains(EMPTY);
        assertThat(BarkText.problemWith(typed + "w" + typed)).isNotEqualTo(Optional.of(EMPTY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('woof')</script>",
                "&lt;b&gt; 'quotes' \"double\" `ticks` \\back\\slashes\\ %s {0} ${x} #{y}",
                "'); drop table barks; --",
                "שלום וואו",
                "\u202Eright to left",
                FAMILY
            })
    void keepsEveryOtherTextAsItIs(String typed) {
        assertThat(new BarkText(typed).value()).isEqualTo(typed);
    }

    @Test
    void refusesMegabytesWithoutReadingThem() {
        String letters = "w".repeat(1 << 20);
        String marks = "e" + ACUTE.repeat(1 << 20);
        String spaces = " ".repeat(1 << 20) + "w";
        // A thousand take seconds even if each is read only once; a slow count takes minutes for the first.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(BarkText.problemWith(letters)).contains(TOO_LONG);
                assertThat(BarkText.problemWith(marks)).contains(TOO_LONG);
                assertThat(BarkText.problemWith(spaces)).contains(TOO_LONG);
            }
        });
    }

    @Test
    void cannotBeMadeFromWhatIsRefused() {
        assertThatThrownBy(() -> new BarkText("w".repeat(281)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TOO_LONG");
    }

    @Test
    void nothingIsSaidOnlyBesideAPicture() {
        BarkText nothing = new BarkText(" \u200B");
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.value()).isEmpty();

        assertThatThrownBy(() -> NewBark.saying(nothing, UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
