package app.barker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @Test
    void wordsAndOperatorsStandInAnyOrder() {
        SearchQuery query = SearchQuery.of(
                "Größe from:@Bella #Walk has:link -HAS:image is:bookmarked before:2026-02-01 after:2025-12-31 -cat");

        assertThat(query.wanted())
                .containsExactly(
                        words("grosse"),
                        new Sought.From("bella"),
                        new Sought.Tag("walk"),
                        new Sought.HasLink(),
                        new Sought.IsBookmarked(),
                        new Sought.Before(LocalDate.of(2026, 2, 1)),
                        new Sought.After(LocalDate.of(2025, 12, 31)));
        assertThat(query.unwanted()).containsExactly(new Sought.HasImage(), words("cat"));
        assertThat(query.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u3000",
                "-",
                "--",
                "%",
                "\"",
                "'",
                "*",
                "\\",
                "-%",
                "___",
                "🐾",
                "\u0000",
                "()&|!:"
            })
    void signsAloneLookForNothing(String typed) {
        assertThat(SearchQuery.of(typed).isEmpty()).isTrue();
        assertThat(SearchQuery.of(typed).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "before:yesterday, DATE",
        "after:2026-13-01, DATE",
        "after:+999999999-01-01, DATE",
        "-before:x, DATE",
        "has:tail, HAS",
        "is:wet, IS"
    })
    void whatIsNotUnderstoodIsSaid(String typed, SearchProblem problem) {
        assertThat(SearchQuery.of("ball " + typed).problem()).contains(problem);
        assertThat(SearchQuery.of("ball " + typed).isEmpty()).isTrue();
    }

    @Test
    void whatIsTooLongIsNotTakenApart() {
        assertThat(SearchQuery.of("a".repeat(SearchQuery.LONGEST)).problem()).isEmpty();
        assertThat(SearchQuery.of("a".repeat(SearchQuery.LONGEST + 1)).problem())
                .contains(SearchProblem.TOO_LONG);
    }

    @Test
    void aStarStandsForTheRestOfAWordOfThreeLetters() {
        assertThat(SearchQuery.of("wal* wa* well-kno*").words())
                .containsExactly(
                        new Sought.Word("wal", true),
                        new Sought.Word("wa", false),
                        new Sought.Word("well", false),
                        new Sought.Word("kno", true));
    }

    @Test
    void anUnknownOperatorAndAnEmptyOneAreWords() {
        assertThat(SearchQuery.of("to:bella from:").wanted()).containsExactly(words("to", "bella"), words("from"));
    }

    @Test
    void whereScriptsHaveNoSpacesEachCharacterIsAWord() {
        assertThat(SearchQuery.of("散歩").words()).extracting(Sought.Word::text).containsExactly("散", "歩");
    }

    @Test
    void aNameIsWordsAndNothingElse() {
        assertThat(SearchQuery.of("@bella").name()).contains("bella");
        assertThat(SearchQuery.of("Bella Bri*").name()).contains("Bella Bri");
        assertThat(SearchQuery.of("bella has:link").name()).isEmpty();
        assertThat(SearchQuery.of("bella -cat").name()).isEmpty();
        assertThat(SearchQuery.of("").name()).isEmpty();
    }

    private static Sought.Words words(String... words) {
        return new Sought.Words(List.of(words).stream()
                .map(word -> new Sought.Word(word, false))
                .toList());
    }
}
