package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.RichText.Segment;
import app.barker.bark.RichText.Segment.Link;
import app.barker.bark.RichText.Segment.Mention;
import app.barker.bark.RichText.Segment.Plain;
import app.barker.bark.RichText.Segment.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static final Set<String> DOGS = Set.of("rex", "bella", "otto", "otto-", "bella_b");

    @Test
    void splitsATextIntoWordsNamesTagsAndAddresses() {
        assertThat(split("Thank you @bella and @otto: https://wiki.example/4-2 #release"))
                .containsExactly(
                        new Plain("Thank you "),
                        new Mention("@bella", "bella"),
                        new Plain(" and "),
                        new Mention("@otto", "otto"),
                        new Plain(": "),
                        new Link("wiki.example/4-2", "https://wiki.example/4-2"),
                        new Plain(" "),
                        new Tag("#release", "release"));
    }

    @Test
    void aTextOfWordsAloneIsOnePiece() {
        assertThat(split("Ball found\nbehind the couch")).containsExactly(new Plain("Ball found\nbehind the couch"));
        assertThat(split("")).isEmpty();
    }

    @Test
    void whoWritesANameInCapitalsMeansTheSamePerson() {
        assertThat(split("@Bella")).containsExactly(new Mention("@Bella", "bella"));
        assertThat(RichText.namesIn("@Bella @BELLA @bella")).containsExactly("bella");
    }

    @Test
    void aNameOfNobodyStaysAWord() {
        assertThat(split("@ziggy")).containsExactly(new Plain("@ziggy"));
        assertThat(RichText.namesIn("@ziggy")).containsExactly("ziggy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(@rex)", "@rex.", "@rex!", "«@rex»", ".@rex", "@rex's", "—@rex—", "🐶@rex🐶", "@rex,@otto"})
    void aNameEndsWhereItsLettersEnd(String text) {
        assertThat(split(text)).contains(new Mention("@rex", "rex"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me@rex",
                "me@rex.example",
                "@@rex",
                "@rex@kennel.example",
                "a/@rex",
                "@rexé",
                "@rex犬",
                "é@rex",
                "e\u0301@rex",
                "_@rex",
                "@",
                "@-rex",
                "@ rex",
                "＠rex"
            })
    void aNameDoesNotStandInsideOfAnythingElse(String text) {
        assertThat(split(text)).containsExactly(new Plain(text));
    }

    @Test
    void dashesAndUnderlinesBelongToANameWhereSomebodyIsCalledSo() {
        assertThat(split("@otto-- @otto-"))
                .containsExactly(new Mention("@otto", "otto"), new Plain("-- "), new Mention("@otto-", "otto-"));
        assertThat(split("@bella_b_ @rex-"))
                .containsExactly(
                        new Mention("@bella_b", "bella_b"),
                        new Plain("_ "),
                        new Mention("@rex", "rex"),
                        new Plain("-"));
        assertThat(RichText.namesIn("@rex--")).containsExactly("rex--", "rex");
    }

    @Test
    void aNameHasAsManyCharactersAsAUsername() {
        assertThat(RichText.namesIn("@a @ab @" + "b".repeat(30) + " @" + "c".repeat(31)))
                .containsExactly("ab", "b".repeat(30));
        assertThat(RichText.namesIn("@" + "b".repeat(30) + "--")).containsExactly("b".repeat(30));
    }

    @ParameterizedTest
    @CsvSource({
        "#release, release",
        "#Release, release",
        "#4you, 4you",
        "#snake_case, snake_case",
        "#größe, größe",
        "#GRÖSSE, grösse",
        "#日本, 日本",
        "#हिन्दी, हिन्दी",
        "#كلب, كلب",
        "#ﬁnd, find",
        "#ＡＢＣ１, abc1"
    })
    void aTagIsMadeOfLettersOfAnyScript(String typed, String tag) {
        assertThat(split(typed)).containsExactly(new Tag(typed, tag));
        assertThat(RichText.tagsIn(typed)).containsExactly(tag);
    }

    @Test
    void aTagEndsWhereItsLettersEnd() {
        assertThat(split("(#walk), #walk-time #dog's"))
                .containsExactly(
                        new Plain("("),
                        new Tag("#walk", "walk"),
                        new Plain("), "),
                        new Tag("#walk", "walk"),
                        new Plain("-time "),
                        new Tag("#dog", "dog"),
                        new Plain("'s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "##",
                "##walk",
                "#1",
                "#2026",
                "#_",
                "#___",
                "C#walk",
                "a#walk",
                "/#walk",
                "&#x41;",
                "# walk",
                "#️⃣",
                "#️⃣walk",
                "#\u0301walk",
                "#🐶",
                "＃walk"
            })
    void whatHasNoLetterOrStandsInsideOfAWordIsNoTag(String text) {
        assertThat(split(text)).containsExactly(new Plain(text));
        assertThat(RichText.tagsIn(text)).isEmpty();
    }

    @Test
    void aTagHasAtMost50Characters() {
        assertThat(RichText.tagsIn("#" + "w".repeat(50))).containsExactly("w".repeat(50));
        assertThat(RichText.tagsIn("#" + "w".repeat(51))).isEmpty();
        // Outside of the basic plane: one code point, two UTF-16 units.
        assertThat(RichText.tagsIn("#" + "𝐰".repeat(50))).containsExactly("w".repeat(50));
        assertThat(RichText.tagsIn("#" + "𐐨".repeat(51))).isEmpty();
        // What one character stands for may be many.
        assertThat(RichText.tagsIn("#" + "㍍".repeat(50))).isEmpty();
        assertThat(RichText.tagsIn("#\uFDFA")).isEmpty();
    }

    @Test
    void aTagCountsOnceHoweverItIsWritten() {
        assertThat(RichText.tagsIn("#Walk #walk #WALK #ｗａｌｋ #park")).containsExactly("walk", "park");
    }

    @Test
    void aTagIsComparedAsTheOneInAText() {
        assertThat(RichText.tag("Release")).contains("release");
        assertThat(RichText.tag("#release")).isEmpty();
        assertThat(RichText.tag("re lease")).isEmpty();
        assertThat(RichText.tag("")).isEmpty();
        assertThat(RichText.tag("w".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://wiki.example                | wiki.example                     | https://wiki.example
                    http://wiki.example/                | wiki.example                     | http://wiki.example/
                    HTTPS://Wiki.Example/A              | Wiki.Example/A                   | HTTPS://Wiki.Example/A
                    https://www.wiki.example/a          | wiki.example/a                   | https://www.wiki.example/a
                    www.wiki.example                    | wiki.example                     | https://www.wiki.example
                    https://wiki.example?q=1#top        | wiki.example?q=1#top             | https://wiki.example?q=1#top
                    http://localhost:8080/barks/7       | localhost:8080/barks/7           | http://localhost:8080/barks/7
                    https://bücher.example/größe        | bücher.example/größe             | https://bücher.example/größe
                    https://x.example/a_(b)             | x.example/a_(b)                  | https://x.example/a_(b)
                    https://x.example/#walk/@rex        | x.example/#walk/@rex             | https://x.example/#walk/@rex
                    https://wiki.example/releases/2026  | wiki.example/releases/2026       | https://wiki.example/releases/2026
                    https://wiki.example/releases/of/2026 | wiki.example/releases/of/2026  | https://wiki.example/releases/of/2026
                    https://wiki.example/releases/of/the/year | wiki.example/releases/of/the/y… | https://wiki.example/releases/of/the/year
                    """)
    void anAddressIsShownShort(String address, String shown, String href) {
        assertThat(split(address)).containsExactly(new Link(shown, href));
    }

    @Test
    void theHostIsNeverCut() {
        String host = "bank.example." + "a".repeat(40) + ".cats.example";

        assertThat(split("https://" + host + "/log-in?really"))
                .containsExactly(new Link(host + "/…", "https://" + host + "/log-in?really"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example.",
                "(https://x.example)",
                "[a](https://x.example)",
                "<https://x.example>",
                "\"https://x.example\"",
                "“https://x.example”",
                "»https://x.example«",
                "https://x.example…",
                "https://x.example!!!",
                "https://x.example。",
                "https://x.example、次",
                "日本https://x.example",
                "https://x.example—",
                "https://x.example.…",
                "https://x.example\u200B",
                "https://x.example\u202E/elpmaxe.live",
                "https://x.example\u00A0"
            })
    void theNeighboursPunctuationIsNoPartOfAnAddress(String text) {
        assertThat(split(text)).contains(new Link("x.example", "https://x.example"));
        assertThat(said(text)).isEqualTo(text.replace("https://", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript://%0aalert(1)",
                "JavaScript://x.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "data://text/html,<b>",
                "file:///etc/passwd",
                "ftp://x.example",
                "vbscript://x.example",
                "ahttps://x.example",
                "blob:https",
                "//x.example",
                "x.example",
                "https:x.example",
                "https:/x.example",
                "https://",
                "https://…",
                "www.",
                "www.…:.https",
                "https://bank.example@cats.example",
                "https://bank.example:443@cats.example/",
                "http://@cats.example"
            })
    void whatIsNotTheAddressOfAPageStaysAsItIs(String text) {
        assertThat(split(text)).noneMatch(Link.class::isInstance);
        assertThat(said(text)).isEqualTo(text);
    }

    @Test
    void everyAddressLeadsToWhereItSays() {
        assertThat(split("https://good.example\\@cats.example"))
                .singleElement()
                .isEqualTo(new Link("good.example\\@cats.example", "https://good.example\\@cats.example"));
    }

    @Test
    void namesAndTagsInAnAddressAreNoneOfTheirOwn() {
        assertThat(RichText.namesIn("https://x.example/@bella www.x.example/@otto"))
                .isEmpty();
        assertThat(RichText.tagsIn("https://x.example#walk https://x.example/#park"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "@",
                "@a",
                "#a",
                "@rex",
                "@rex ",
                "#w ",
                "://",
                "https://",
                "https://x",
                "https://x.example/",
                "www.",
                "www.a.",
                "((((",
                "[](",
                "a://",
                "http://[",
                "@a@a#a",
                "#_",
                "@---",
                "@a-",
                "&#",
                "🐶",
                "#🐶@",
                "\u202E#a",
                "e\u0301",
                "#\u0301",
                "א#ב@ג",
                "\n@rex\n"
            })
    void hostileTextsTakeNoLongerThanOthers(String piece) {
        String text = piece.repeat(1_120 / piece.length());
        String tenTimes = piece.repeat(11_200 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 50; i++) {
                split(tenTimes);
                RichText.namesIn(tenTimes);
                RichText.tagsIn(tenTimes);
            }
        });
        assertThat(split(text)).hasSizeLessThanOrEqualTo(text.length());
    }

    @Test
    void noPieceOfATextIsLostOrAdded() {
        List<String> pieces = List.of(
                "@",
                "#",
                "rex",
                "bella",
                "-",
                "_",
                " ",
                "\n",
                "https://",
                "www.",
                "x.example",
                "/",
                "(",
                ")",
                ".",
                "…",
                "é",
                "🐶",
                "\u202E",
                "שלום",
                "\uD83D",
                "#walk",
                "\u0301",
                ":",
                "\\");
        Random dice = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = dice.ints(dice.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());

            int at = 0;
            for (Segment segment : split(text)) {
                String typed = segment instanceof Link link ? typed(link, text, at) : segment.text();
                assertThat(typed).isNotEmpty();
                assertThat(segment.text()).isNotEmpty();
                assertThat(text.substring(at)).startsWith(typed);
                at += typed.length();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    /** As it stands in the text, where www. may stand for all that comes before. */
    private static String typed(Link link, String text, int at) {
        return text.startsWith(link.href(), at) ? link.href() : link.href().substring("https://".length());
    }

    private static List<Segment> split(String text) {
        return RichText.of(text, DOGS);
    }

    private static String said(String text) {
        return split(text).stream().map(Segment::text).collect(Collectors.joining());
    }
}
