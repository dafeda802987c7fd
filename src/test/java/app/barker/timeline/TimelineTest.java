package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TimelineTest {

    private static final int SIZE = Timeline.PAGE_SIZE;

    @Autowired
    Timeline timeline;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    FollowService follows;

    @Autowired
    MuteService mutes;

    @Autowired
    BlockService blocks;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CountedStatements statements;

    Barking barking;
    Viewer rex;
    Viewer bella;
    Viewer otto;

    @BeforeEach
    void threeDogsAndSilence() {
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        otto = new Dogs(accounts).signUp("otto-" + unique);
        jdbc.sql("delete from barks").update();
    }

    @Test
    void nobodyHasBarkedYet() {
        assertThat(everyone(rex)).isEqualTo(new BarkPage(List.of(), 0, false));
        assertThat(home(rex)).isEqualTo(new BarkPage(List.of(), 0, false));
    }

    @Test
    void theNewestBarkIsFirst() {
        long first = barking.bark(rex, "First");
        long second = barking.bark(bella, "Second");
        long third = barking.reply(rex, first, "Third");

        assertThat(ids(everyone(rex))).containsExactly(third, second, first);
    }

    @Test
    void everybodySeesEverybodysBarksAndKnowsTheirOwn() {
        barking.bark(rex, "From Rex");
        barking.bark(bella, "From Bella");

        assertThat(everyone(rex).barks())
                .extracting(card -> card.marks().mine())
                .containsExactly(false, true);
        assertThat(everyone(bella).barks())
                .extracting(card -> card.marks().mine())
                .containsExactly(true, false);
        assertThat(everyone(bella).barks())
                .extracting(card -> card.author().username())
                .containsExactly(bella.username(), rex.username());
    }

    @Test
    void everyoneIsEverybodysWordsOnce() {
        long bark = barking.bark(rex, "Pass it on");
        reactions.rebark(bella, bark);

        assertThat(ids(everyone(otto))).containsExactly(bark);
    }

    @Test
    void fortyFiveBarksAreThreePagesWithoutGapOrRepetition() {
        List<Long> all = bark(45);

        BarkPage first = everyone(rex);
        BarkPage second = timeline.everyone(rex, first.next(), SIZE);
        BarkPage third = timeline.everyone(rex, second.next(), SIZE);

        assertThat(Stream.of(first, second, third).map(page -> page.barks().size()))
                .containsExactly(20, 20, 5);
        assertThat(Stream.of(first, second, third).map(BarkPage::more)).containsExactly(true, true, false);
        assertThat(Stream.of(first, second, third).flatMap(page -> ids(page).stream()))
                .containsExactlyElementsOf(all.reversed());
    }

    @Test
    void aFullLastPagePromisesNothingMore() {
        bark(20);
        assertThat(everyone(rex).barks()).hasSize(20);
        assertThat(everyone(rex).more()).isFalse();

        barking.bark(rex, "One more");
        assertThat(everyone(rex).more()).isTrue();
    }

    @Test
    void newBarksMoveNothingThatIsBeingRead() {
        List<Long> all = bark(30);
        BarkPage first = everyone(rex);

        bark(30);

        assertThat(ids(timeline.everyone(rex, first.next(), SIZE)))
                .containsExactlyElementsOf(all.subList(0, 10).reversed());
    }

    @Test
    void readingGoesOnBelowABarkThatIsDeletedMeanwhile() {
        List<Long> all = bark(30);
        BarkPage first = everyone(rex);

        barks.delete(rex, first.next());

        assertThat(ids(timeline.everyone(rex, first.next(), SIZE)))
                .containsExactlyElementsOf(all.subList(0, 10).reversed());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nothingIsOlderThanTheFirst(long foreignId) {
        bark(3);
        follows.follow(rex, bella.username());

        assertThat(timeline.everyone(rex, foreignId, SIZE).barks()).isEmpty();
        assertThat(timeline.home(rex, foreignId, SIZE).barks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void noPageIsLongerThanItMayBe(int foreignSize) {
        bark(3);

        assertThat(timeline.everyone(rex, Timeline.NEWEST, foreignSize).barks()).hasSizeBetween(1, 3);
    }

    @Test
    void homeIsWhomOneFollowsAndOneselfAndWhatTheyPassOn() {
        long ofRex = barking.bark(rex, "From Rex");
        long ofBella = barking.bark(bella, "From Bella");
        long ofOtto = barking.bark(otto, "From Otto");
        assertThat(ids(home(rex))).containsExactly(ofOtto, ofBella, ofRex);

        follows.follow(rex, bella.username());
        assertThat(ids(home(rex))).containsExactly(ofBella, ofRex);

        reactions.rebark(bella, ofOtto);
        assertThat(ids(home(rex))).containsExactly(ofOtto, ofBella, ofRex);
        assertThat(home(rex).barks().getFirst().rebarkedBy())
                .map(BarkCard.Author::username)
                .contains(bella.username());

        follows.unfollow(rex, bella.username());
        assertThat(ids(home(rex))).containsExactly(ofOtto, ofBella, ofRex);
    }

    @Test
    void quietPeopleAreFoundBelowThousandsOfOthersBarks() {
        List<Long> quiet = IntStream.range(0, 25)
                .mapToObj(i -> barking.bark(bella, "Rarely " + i))
                .toList();
        barkALot(otto, HomeEntries.RECENT + 100);
        follows.follow(rex, bella.username());

        BarkPage first = home(rex);
        BarkPage second = timeline.home(rex, first.next(), SIZE);

        assertThat(first.more()).isTrue();
        assertThat(Stream.concat(ids(first).stream(), ids(second).stream()))
                .containsExactlyElementsOf(quiet.reversed());
        assertThat(second.more()).isFalse();
    }

    @Test
    void aFewAmongThousandsLeadToThoseBelow() {
        List<Long> said = new ArrayList<>();
        IntStream.range(0, 23).forEach(i -> said.add(barking.bark(bella, "Long ago " + i)));
        barkALot(otto, HomeEntries.RECENT + 100);
        IntStream.range(0, 2).forEach(i -> said.add(barking.bark(bella, "Just now " + i)));
        follows.follow(rex, bella.username());

        BarkPage first = home(rex);
        BarkPage second = timeline.home(rex, first.next(), SIZE);

        assertThat(Stream.concat(ids(first).stream(), ids(second).stream())).containsExactlyElementsOf(said.reversed());
    }

    @Test
    void whoFollowsHundredsFindsTheLivelyAndTheQuiet() {
        List<Long> said = IntStream.range(0, 25)
                .mapToObj(i -> barking.bark(bella, "Often " + i))
                .toList();
        followACrowd(rex, HomeEntries.FEW_PEOPLE);
        follows.follow(rex, bella.username());
        BarkPage lively = home(rex);
        barkALot(otto, HomeEntries.RECENT + 100);

        assertThat(ids(lively)).containsExactlyElementsOf(said.reversed().subList(0, SIZE));
        assertThat(home(rex)).isEqualTo(lively);
    }

    @Test
    void profilesShowBarksAndRebarksApartFromReplies() {
        long ofOtto = barking.bark(otto, "From Otto");
        long bark = barking.bark(bella, "Bark");
        long reply = barking.reply(bella, ofOtto, "Reply");
        reactions.rebark(bella, ofOtto);

        assertThat(ids(timeline.barksOf(rex, bella.id(), Timeline.NEWEST, SIZE)))
                .containsExactly(ofOtto, bark);
        assertThat(ids(timeline.repliesOf(rex, bella.id(), Timeline.NEWEST, SIZE)))
                .containsExactly(reply);
    }

    @Test
    void aTagFindsWhatCarriesItHoweverItIsWritten() {
        long bark = barking.bark(bella, "It is out #Release");
        barking.bark(otto, "A release without a tag");

        assertThat(ids(timeline.tagged(rex, "release", Timeline.NEWEST, SIZE))).containsExactly(bark);
        assertThat(timeline.tagged(rex, "releas", Timeline.NEWEST, SIZE).barks())
                .isEmpty();
        assertThat(timeline.tagged(rex, "%", Timeline.NEWEST, SIZE).barks()).isEmpty();
    }

    @Test
    void whoBlocksAndWhoIsBlockedSeeNothingOfEachOtherAnywhere() {
        long ofBella = barking.bark(bella, "From Bella #ball");
        long reply = barking.reply(otto, ofBella, "Reply to Bella");
        long quote = barking.quote(otto, ofBella, "Quotes Bella");
        reactions.rebark(otto, ofBella);
        reactions.like(otto, ofBella);
        assertThat(ids(everyone(rex))).contains(ofBella);
        assertThat(ids(timeline.tagged(rex, "ball", Timeline.NEWEST, SIZE))).containsExactly(ofBella);

        blocks.block(bella, rex.username());

        assertThat(ids(everyone(rex))).containsExactly(quote, reply);
        assertThat(everyone(rex).barks()).allMatch(card -> card.quote().isEmpty());
        assertThat(everyone(rex).barks()).allMatch(card -> card.replyTo().isEmpty());
        assertThat(ids(timeline.tagged(rex, "ball", Timeline.NEWEST, SIZE))).isEmpty();
        assertThat(ids(timeline.barksOf(rex, otto.id(), Timeline.NEWEST, SIZE))).containsExactly(quote);
        assertThat(ids(timeline.likesOf(rex, otto.id(), Timeline.NEWEST, SIZE))).isEmpty();
        assertThat(timeline.card(rex, ofBella)).isEmpty();
        assertThat(timeline.card(bella, barking.bark(rex, "From Rex"))).isEmpty();
    }

    @Test
    void aMutedPersonIsSilentInListsAndSpeaksOnTheirProfile() {
        long ofBella = barking.bark(bella, "From Bella");
        long ofOtto = barking.bark(otto, "From Otto");
        assertThat(ids(everyone(rex))).containsExactly(ofOtto, ofBella);

        mutes.mutePerson(rex, bella.username(), Optional.empty());

        assertThat(ids(everyone(rex))).containsExactly(ofOtto);
        assertThat(ids(timeline.barksOf(rex, bella.id(), Timeline.NEWEST, SIZE)))
                .containsExactly(ofBella);
        assertThat(timeline.card(rex, ofBella)).isPresent();
        assertThat(ids(everyone(otto))).containsExactly(ofOtto, ofBella);
    }

    @Test
    void aMutedWordHidesWhatSaysItAndNotOnesOwnWords() {
        long own = barking.bark(rex, "The vet again");
        long aboutVet = barking.bark(bella, "To the VÉT!");
        long veteran = barking.bark(bella, "A veteran");
        assertThat(ids(everyone(rex))).containsExactly(veteran, aboutVet, own);

        mutes.muteWord(rex, "vet", Optional.empty());

        assertThat(ids(everyone(rex))).containsExactly(veteran, own);
    }

    @Test
    void aMutedThreadIsGoneFromListsWithItsReplies() {
        long first = barking.bark(bella, "Cats or birds?");
        barking.reply(otto, first, "Birds");
        long other = barking.bark(otto, "Good morning");
        assertThat(everyone(rex).barks()).hasSize(3);

        mutes.muteThread(rex, first, Optional.empty());

        assertThat(ids(everyone(rex))).containsExactly(other);
    }

    @Test
    void aPageThatMutesHaveEmptiedStillLeadsOn() {
        long oldest = barking.bark(otto, "Still here");
        barkALot(bella, 30);
        mutes.mutePerson(rex, bella.username(), Optional.empty());

        BarkPage first = everyone(rex);

        assertThat(first.barks()).isEmpty();
        assertThat(first.more()).isTrue();
        assertThat(ids(timeline.everyone(rex, first.next(), SIZE))).containsExactly(oldest);
    }

    @Test
    void whatHasBecomeOfShownBarksIsToldToThoseWhoMayKnow() {
        long stays = barking.bark(bella, "Stays");
        long goes = barking.bark(bella, "Goes");
        reactions.like(otto, stays);
        barks.delete(bella, goes);

        assertThat(timeline.changesOf(rex, List.of(stays, goes)))
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Gone", "Updated");

        assertThat(timeline.changesOf(otto, List.of(stays)))
                .extracting(change -> ((BarkChange.Updated) change).marks())
                .containsExactly(Map.of(otto.id(), new BarkCard.ReaderMarks(false, true, false, false)));

        blocks.block(bella, rex.username());
        assertThat(timeline.changesOf(rex, List.of(stays, goes)))
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Gone", "Gone");
    }

    @Test
    void aPageIsOneStatementHoweverLongItIs() {
        follows.follow(rex, bella.username());
        bark(Timeline.LONGEST_PAGE + 10);
        home(rex);

        assertThat(statements.during(() -> assertThat(home(rex).barks()).hasSize(SIZE)))
                .isEqualTo(1);
        assertThat(statements.during(() -> assertThat(timeline.home(rex, Timeline.NEWEST, Timeline.LONGEST_PAGE)
                                .barks())
                        .hasSize(Timeline.LONGEST_PAGE)))
                .isEqualTo(1);
        assertThat(statements.during(() -> everyone(rex))).isEqualTo(1);
        assertThat(statements.during(() -> timeline.barksOf(rex, bella.id(), Timeline.NEWEST, SIZE)))
                .isEqualTo(1);
        assertThat(statements.during(() -> timeline.likesOf(rex, bella.id(), Timeline.NEWEST, SIZE)))
                .isEqualTo(1);
    }

    private BarkPage everyone(Viewer reader) {
        return timeline.everyone(reader, Timeline.NEWEST, SIZE);
    }

    private BarkPage home(Viewer reader) {
        return timeline.home(reader, Timeline.NEWEST, SIZE);
    }

    private static List<Long> ids(BarkPage page) {
        return page.barks().stream().map(BarkCard::id).toList();
    }

    /** By Rex and Bella in turn. */
    private List<Long> bark(int count) {
        List<Long> posted = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> posted.add(barking.bark(i % 2 == 0 ? rex : bella, "Woof " + i)));
        return posted;
    }

    /** Straight into the table: as many take long otherwise. */
    private void barkALot(Viewer author, int count) {
        LongStream.range(0, count)
                .forEach(i -> jdbc.sql("insert into barks (author_id, text, post_key, created_at)"
                                + " values (?, ?, ?, current_timestamp)")
                        .param(author.id())
                        .param("Woof " + i)
                        .param(UUID.randomUUID())
                        .update());
    }

    /** Of people who say nothing. */
    private void followACrowd(Viewer reader, int people) {
        IntStream.range(0, people)
                .forEach(i -> jdbc.sql(
                                "insert into users (username, password_hash, role, created_at) values (?, 'x', 'USER', current_timestamp)")
                        .param("crowd-" + reader.id() + "-" + i)
                        .update());
        jdbc.sql("insert into follows (follower_id, followee_id, created_at)"
                        + " select ?, id, current_timestamp from users where username like ?")
                .param(reader.id())
                .param("crowd-" + reader.id() + "-%")
                .update();
    }
}
