package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.Reactions;
import app.barker.bookmark.Bookmarks;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.search.SearchQuery;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same words find the same barks, in the same order, on either database. */
@DatabaseTest
class SearchTest {

    @Autowired
    Timeline timeline;

    @Autowired
    PeopleSearch people;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    MuteService mutes;

    @Autowired
    BlockService blocks;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    private Barking barking;
    private Viewer rex;
    private Viewer bella;

    @BeforeEach
    void silence() {
        jdbc.sql("delete from barks").update();
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void allWordsHaveToBeThereInAnyOrderTheNewestFirst() {
        long first = barking.bark(bella, "The red ball is in the park");
        barking.bark(bella, "The ball is in the garden");
        long third = barking.bark(bella, "A park, and a ball.");

        assertThat(found("ball park")).containsExactly(third, first);
        assertThat(found("park ball")).containsExactly(third, first);
        assertThat(found("ball parks")).isEmpty();
        assertThat(found("bal")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Größe, grosse",
        "Größe, GRÖSSE",
        "café, CAFE",
        "CAFE, café",
        "Über-Kätzchen, katzchen",
        "İstanbul, istanbul",
        "Σίσυφος, σισυφοσ",
        "ｗａｌｋ, walk",
        "walk, ｗａｌｋ",
        "散歩に行く, 散歩",
        "don't, don't"
    })
    void capitalsAndAccentsMakeNoDifference(String written, String sought) {
        long bark = barking.bark(bella, "Look: " + written + " here");
        barking.bark(bella, "Something else");

        assertThat(found(sought)).containsExactly(bark);
    }

    @Test
    void aStarStandsForTheRestOfAWord() {
        long walk = barking.bark(bella, "A walk");
        long walking = barking.bark(bella, "Walking on");
        long wall = barking.bark(bella, "The wall");

        assertThat(found("walk*")).containsExactly(walking, walk);
        assertThat(found("wal*")).containsExactly(wall, walking, walk);
        assertThat(found("-walk* the*")).containsExactly(wall);
        assertThat(found("alk*")).isEmpty();
    }

    @Test
    void aPersonIsNamedInAnyCase() {
        long hers = barking.bark(bella, "ball");
        long his = barking.bark(rex, "ball");

        assertThat(found("ball from:" + bella.username())).containsExactly(hers);
        assertThat(found("FROM:@" + bella.username().toUpperCase(Locale.ROOT))).containsExactly(hers);
        assertThat(found("from:me")).containsExactly(his);
        assertThat(found("ball -from:me")).containsExactly(hers);
        assertThat(found("from:nobody-" + bella.username().substring(6))).isEmpty();
    }

    @Test
    void aTagIsOneHoweverItIsWritten() {
        long walk = barking.bark(bella, "Off #Walk_2");
        barking.bark(bella, "Off walk_2 and #walk");

        assertThat(found("#walk_2")).containsExactly(walk);
        assertThat(found("#WALK_2")).containsExactly(walk);
        assertThat(found("#walkx2")).isEmpty();
        assertThat(found("off -#walk_2")).hasSize(1).doesNotContain(walk);
    }

    @Test
    void linksAndImagesAreFound() {
        long link = barking.bark(bella, "Read https://barker.example/page today");
        long plain = barking.bark(bella, "Read nothing today");

        assertThat(found("has:link")).containsExactly(link);
        assertThat(found("today -has:link")).containsExactly(plain);
        assertThat(found("page")).containsExactly(link);
        assertThat(found("has:image")).isEmpty();
        jdbc.sql(
                        "insert into media (account_id, bark_id, position, width, height, created_at) values (?, ?, 0, 1, 1, now())")
                .params(bella.id(), plain)
                .update();
        assertThat(found("has:image")).containsExactly(plain);
        assertThat(found("today has:image")).containsExactly(plain);
        assertThat(found("-has:image")).containsExactly(link);
    }

    @Test
    void daysBeginAndEndInUtc() {
        long old = at("2024-05-01T23:59:59Z", "ball one");
        long begin = at("2024-05-02T00:00:00Z", "ball two");
        long end = at("2024-05-02T23:59:59Z", "ball three");
        long late = at("2024-05-03T00:00:00Z", "ball four");

        assertThat(found("ball before:2024-05-02")).containsExactly(old);
        assertThat(found("ball after:2024-05-02")).containsExactly(late);
        assertThat(found("ball -before:2024-05-02 -after:2024-05-02")).containsExactly(end, begin);
        assertThat(found("before:2024-05-03")).containsExactly(end, begin, old);
        assertThat(found("after:2024-05-01")).containsExactly(late, end, begin);
        assertThat(found("before:1999-01-01")).isEmpty();
        assertThat(found("after:0001-01-01")).hasSize(4);
        assertThat(found("before:9999-12-31")).hasSize(4);
    }

    @Test
    void onesOwnBookmarksAreSearched() {
        long kept = barking.bark(bella, "A ball to keep");
        long other = barking.bark(bella, "A ball");
        bookmarks.add(rex, kept);
        bookmarks.add(bella, other);

        assertThat(found("is:bookmarked")).containsExactly(kept);
        assertThat(found("is:bookmarked ball -other")).containsExactly(kept);
        assertThat(found("is:bookmarked bone")).isEmpty();
        assertThat(found("ball -is:bookmarked")).containsExactly(other);
        assertThat(found("-is:bookmarked")).containsExactly(other);
    }

    @Test
    void aMinusAloneFindsEverythingElse() {
        long ball = barking.bark(bella, "ball");
        long bone = barking.bark(bella, "bone");
        reactions.rebark(rex, ball);

        assertThat(found("-ball")).containsExactly(bone);
        assertThat(found("-ball -bone")).isEmpty();
        assertThat(found("-red-ball")).containsExactly(bone, ball);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "say \"hi\"", "it's", "back\\slash", "(a | b) & !c", "x:*"})
    void signsAreJustSigns(String typed) {
        long bark = barking.bark(bella, "Well, " + typed + " and more");
        barking.bark(bella, "Well, aXb 1000 and more");

        assertThat(found("well " + typed)).contains(bark).hasSizeLessThanOrEqualTo(1);
        assertThat(found("well -" + typed + " -zzz")).isNotNull();
    }

    @Test
    void anEditChangesWhatFindsABark() {
        long bark = barking.bark(bella, "A bal");
        barks.edit(bella, bark, new BarkText("A ball"), Optional.empty());

        assertThat(found("ball")).containsExactly(bark);
        assertThat(found("bal")).isEmpty();
    }

    @Test
    void whatIsDeletedIsFoundNoMore() {
        long bark = barking.bark(bella, "A ball");
        assertThat(found("ball")).containsExactly(bark);

        barks.delete(bella, bark);

        assertThat(found("ball")).isEmpty();
    }

    @Test
    void blocksAndMutesAreObeyed() {
        Viewer moose = new Dogs(accounts)
                .signUp("moose-" + UUID.randomUUID().toString().substring(0, 8));
        barking.bark(bella, "A ball of Bella's");
        barking.bark(moose, "A ball of Moose's");
        long cats = barking.bark(
                new Dogs(accounts).signUp("otto-" + moose.username().substring(6)), "A ball for cats");
        assertThat(found("ball")).hasSize(3);
        assertThat(people.found(rex, SearchQuery.of(bella.username()))).hasSize(1);

        blocks.block(bella, rex.username());
        mutes.mutePerson(rex, moose.username(), Optional.empty());

        assertThat(found("ball")).containsExactly(cats);
        assertThat(found("from:" + bella.username())).isEmpty();
        assertThat(people.found(rex, SearchQuery.of(bella.username()))).isEmpty();
        mutes.muteWord(rex, "cats", Optional.empty());
        assertThat(found("ball")).isEmpty();
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirNames() {
        assertThat(people.found(rex, SearchQuery.of("@" + bella.username().substring(0, 10))))
                .extracting(BarkCard.Author::username)
                .contains(bella.username());
        assertThat(people.found(rex, SearchQuery.of(bella.username() + " has:link")))
                .isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        List<Long> balls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            balls.addFirst(barking.bark(bella, "ball " + i));
            barking.bark(bella, "bone " + i);
        }

        List<Long> read = new ArrayList<>();
        BarkPage page = timeline.found(rex, SearchQuery.of("ball"), Timeline.NEWEST, 20);
        page.barks().forEach(bark -> read.add(bark.id()));
        while (page.more()) {
            page = timeline.found(rex, SearchQuery.of("ball"), page.next(), 20);
            page.barks().forEach(bark -> read.add(bark.id()));
        }

        assertThat(read).isEqualTo(balls);
    }

    /** On PostgreSQL these lie in stretches of ids that are asked one after the other. */
    @Test
    void whatLiesFarBackIsFoundWithWhatIsNear() {
        long first = barking.bark(bella, "A rare squirrel");
        skipIds(1_500);
        long second = barking.bark(bella, "Another rare squirrel");
        skipIds(40_000);
        long third = barking.bark(bella, "Squirrel, rare");
        skipIds(600);
        barking.bark(bella, "No such thing");

        assertThat(found("rare squirrel")).containsExactly(third, second, first);
        assertThat(timeline.found(rex, SearchQuery.of("squirrel"), third, 20).barks())
                .extracting(BarkCard::id)
                .containsExactly(second, first);
    }

    private void skipIds(int many) {
        long next = jdbc.sql("select max(id) from barks")
                        .query((row, number) -> row.getLong(1))
                        .single()
                + many;
        jdbc.sql("alter table barks alter column id restart with " + next).update();
    }

    private long at(String time, String text) {
        long bark = barking.bark(bella, text);
        jdbc.sql("update barks set created_at = ? where id = ?")
                .params(Timestamp.from(Instant.parse(time)), bark)
                .update();
        return bark;
    }

    private List<Long> found(String query) {
        return timeline.found(rex, SearchQuery.of(query), Timeline.NEWEST, 20).barks().stream()
                .map(BarkCard::id)
                .toList();
    }
}
