package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TimelineTest {

    @Autowired
    Timeline timeline;

    @Autowired
    BarkService barks;

    @Autowired
    AccountService accounts;

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    JdbcClient jdbc;

    Viewer rex;
    Viewer bella;

    @BeforeEach
    void twoDogsAndSilence() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        jdbc.sql("delete from barks").update();
    }

    @Test
    void nobodyHasBarkedYet() {
        assertThat(timeline.newest(rex)).isEqualTo(new BarkPage(List.of(), false));
    }

    @Test
    void theNewestBarkIsFirst() {
        BarkCard first = bark(rex, "First");
        BarkCard second = bark(rex, "Second");
        BarkCard third = bark(rex, "Third");

        assertThat(timeline.newest(rex).barks()).containsExactly(third, second, first);
    }

    @Test
    void everybodySeesEverybodysBarksAndKnowsTheirOwn() {
        bark(rex, "From Rex");
        bark(bella, "From Bella");

        assertThat(timeline.newest(rex).barks()).extracting(BarkCard::mine).containsExactly(false, true);
        assertThat(timeline.newest(bella).barks()).extracting(BarkCard::mine).containsExactly(true, false);
        assertThat(timeline.newest(bella).barks())
                .extracting(BarkCard::username)
                .containsExactly(bella.username(), rex.username());
    }

    @Test
    void fortyFiveBarksAreThreePagesWithoutGapOrRepetition() {
        List<BarkCard> all = bark(45);

        BarkPage first = timeline.newest(rex);
        BarkPage second = timeline.before(rex, lastOf(first));
        BarkPage third = timeline.before(rex, lastOf(second));

        assertThat(Stream.of(first, second, third).map(page -> page.barks().size()))
                .containsExactly(20, 20, 5);
        assertThat(Stream.of(first, second, third).map(BarkPage::more)).containsExactly(true, true, false);
        assertThat(Stream.of(first, second, third).flatMap(page -> page.barks().stream()))
                .containsExactlyElementsOf(all.reversed());
    }

    @Test
    void aFullLastPagePromisesNothingMore() {
        bark(20);
        assertThat(timeline.newest(rex).barks()).hasSize(20);
        assertThat(timeline.newest(rex).more()).isFalse();

        bark(rex, "One more");
        assertThat(timeline.newest(rex).more()).isTrue();
    }

    @Test
    void newBarksMoveNothingThatIsBeingRead() {
        List<BarkCard> all = bark(30);
        BarkPage first = timeline.newest(rex);

        bark(30);

        assertThat(timeline.before(rex, lastOf(first)).barks())
                .containsExactlyElementsOf(all.subList(0, 10).reversed());
    }

    @Test
    void readingGoesOnBelowABarkThatIsDeletedMeanwhile() {
        List<BarkCard> all = bark(30);
        BarkPage first = timeline.newest(rex);

        barks.delete(rex, lastOf(first));

        assertThat(timeline.before(rex, lastOf(first)).barks())
                .containsExactlyElementsOf(all.subList(0, 10).reversed());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nothingIsOlderThanTheFirst(long foreignId) {
        bark(3);
        assertThat(timeline.before(rex, foreignId)).isEqualTo(new BarkPage(List.of(), false));
    }

    @Test
    void homesFirstPageIsOneStatementHoweverManyBarksThereAre() {
        bark(20);
        assertThat(statementsForTheFirstPage()).isEqualTo(1);

        bark(180);
        assertThat(statementsForTheFirstPage()).isEqualTo(1);
    }

    private long statementsForTheFirstPage() {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            BarkPage page = timeline.newest(rex);
            assertThat(page.barks()).hasSize(20).extracting(BarkCard::username).contains(rex.username());
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static long lastOf(BarkPage page) {
        return page.barks().getLast().id();
    }

    /** By Rex and Bella in turn; as Rex sees them. */
    private List<BarkCard> bark(int count) {
        List<BarkCard> posted = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            BarkCard card = bark(i % 2 == 0 ? rex : bella, "Woof " + i);
            posted.add(new BarkCard(card.id(), card.username(), card.text(), card.createdAt(), i % 2 == 0));
        });
        return posted;
    }

    private BarkCard bark(Viewer author, String text) {
        return barks.post(author, new BarkText(text), UUID.randomUUID());
    }
}
