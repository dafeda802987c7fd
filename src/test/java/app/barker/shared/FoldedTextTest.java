package app.barker.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Über-Kätzchen                | uber katzchen",
                "U\u0308ber                   | uber",
                "Straße, STRASSE and STRAẞE   | strasse strasse and strasse",
                "ὈΔΥΣΣΕΎΣ Ὀδυσσεύς            | οδυσσευσ οδυσσευσ",
                "İstanbul ISTANBUL ıstanbul   | istanbul istanbul istanbul",
                "ﬁnd the ﬀ                    | find the ff",
                "Ｗｏｏｆ ①②                     | woof 12",
                "#cat @rex snake_case 3.5     | cat rex snake case 3 5",
                "don't                        | don t",
                "wo\u00ADof ca\u200Bt e\u200Dm | woof cat em",
                "\uD835\uDC03\uD835\uDC28\uD835\uDC20 \uD801\uDC00 | dog \uD801\uDC28"
            })
    void foldsWhatOnlyLooksDifferent(String text, String words) {
        assertThat(new FoldedText(text).words()).isEqualTo(words);
    }

    @Test
    void keepsMarksThatMakeAnotherWord() {
        assertThat(new FoldedText("की")).as("Devanagari's vowels").isNotEqualTo(new FoldedText("का"));
        assertThat(new FoldedText("ガ")).as("kana's voicing").isNotEqualTo(new FoldedText("カ"));
        assertThat(new FoldedText("नमस्ते").words())
                .as("a mark does not part a word")
                .doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...!?",
                "\uD83D\uDC36\uD83D\uDC15\u200D\uD83E\uDDBA",
                "\u0301\u200B",
                "\uD83D",
                "\u0000"
            })
    void isEmptyWithoutLettersAndDigits(String text) {
        assertThat(new FoldedText(text).isEmpty()).isTrue();
    }

    @Test
    void containsWholeWordsOnly() {
        FoldedText text = new FoldedText("A category of cats: CAT!");

        assertThat(text.contains(new FoldedText("cat"))).isTrue();
        assertThat(text.contains(new FoldedText("category"))).isTrue();
        assertThat(text.contains(new FoldedText("categ"))).isFalse();
        assertThat(text.contains(new FoldedText("egory"))).isFalse();
        assertThat(new FoldedText("category").contains(new FoldedText("cat"))).isFalse();
        assertThat(new FoldedText("bobcat").contains(new FoldedText("cat"))).isFalse();
    }

    @Test
    void containsAPhraseWhereItsWordsFollowOneAnother() {
        FoldedText text = new FoldedText("The vet, the Vet's dog and the vet.");

        assertThat(text.contains(new FoldedText("the vet"))).isTrue();
        assertThat(text.contains(new FoldedText("vet the"))).isTrue();
        assertThat(text.contains(new FoldedText("VET s dog"))).isTrue();
        assertThat(text.contains(new FoldedText("the dog"))).isFalse();
        assertThat(text.contains(new FoldedText("the vet and more"))).isFalse();
        assertThat(text.contains(text)).isTrue();
    }

    @Test
    void findsAWordBehindOthersThatOnlyBeginLikeIt() {
        assertThat(new FoldedText("cats catch cat").contains(new FoldedText("cat")))
                .isTrue();
        assertThat(new FoldedText("bob bobcat").contains(new FoldedText("cat"))).isFalse();
    }

    @Test
    void nothingStandsNowhere() {
        FoldedText nothing = new FoldedText("!");

        assertThat(new FoldedText("woof").contains(nothing)).isFalse();
        assertThat(nothing.contains(nothing)).isFalse();
        assertThat(nothing.contains(new FoldedText("woof"))).isFalse();
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> {
                    FoldedText once = new FoldedText("a" + Character.toString(c) + "b" + Character.toString(c));
                    return !new FoldedText(once.words()).equals(once);
                }))
                .isEmpty();
    }
}
