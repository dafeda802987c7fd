package app.barker.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkService;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class WhileOutTest {

    private static final Duration NIGHT = Duration.ofHours(9);

    @Autowired
    WhileOut whileOut;

    @Autowired
    BarkService barks;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    @Autowired
    AccountService accounts;

    @Autowired
    CountedStatements statements;

    @Autowired
    JdbcClient jdbc;

    private final Instant back = Instant.now();
    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private Viewer otto;
    private Viewer nala;
    private long bark;

    @BeforeEach
    void rexHasBarkedAndLeft() {
        jdbc.sql("delete from barks").update();
        barking = new Barking(barks);
        rex = signUp("rex");
        bella = signUp("bella");
        otto = signUp("otto");
        nala = signUp("nala");
        bark = barking.bark(rex, "Ball found");
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfAnswersMentionsAndWhatOthersTalkAbout() {
        barking.reply(bella, bark, "Where");
        barking.reply(otto, bark, "When");
        barking.bark(nala, "Ask @" + rex.username());
        long release = discussion();

        CatchUp news = told().orElseThrow();

        assertThat(news.since()).isEqualTo(back.minus(NIGHT));
        assertThat(news.toThem())
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.REPLY, NotificationKind.MENTION);
        Notification answers = news.toThem().getFirst();
        assertThat(answers.people())
                .extracting(BarkCard.Author::username)
                .containsExactly(otto.username(), bella.username());
        assertThat(answers.count()).isEqualTo(2);
        assertThat(answers.about()).isEmpty();
        assertThat(news.toThem().getLast().about())
                .hasValueSatisfying(about -> assertThat(about.text()).startsWith("Ask @"));
        assertThat(news.discussed()).singleElement().satisfies(thread -> {
            assertThat(thread.about().barkId()).isEqualTo(release);
            assertThat(thread.author().username()).isEqualTo(nala.username());
            assertThat(thread.answers()).isEqualTo(3);
        });
    }

    @Test
    void theTwoThatAreDiscussedMostComeTheMostDiscussedFirst() {
        long little = discussion();
        long most = discussion();
        barking.reply(otto, most, "And");
        barking.reply(otto, most, "And then");
        long more = discussion();
        barking.reply(otto, more, "And");

        assertThat(told().orElseThrow().discussed())
                .extracting(thread -> thread.about().barkId())
                .containsExactly(most, more)
                .doesNotContain(little);
    }

    @Test
    void whatIsTheirOwnOrAMonologueIsNotDiscussed() {
        barking.reply(bella, bark, "Where");
        barking.reply(otto, bark, "When");
        long monologue = barking.bark(nala, "I");
        barking.reply(nala, monologue, "and I");
        barking.reply(nala, monologue, "and I");
        long withRex = barking.bark(nala, "You");
        barking.reply(rex, withRex, "Me");
        barking.reply(bella, withRex, "Or me");

        assertThat(told().orElseThrow().discussed()).isEmpty();
    }

    @Test
    void whatHappenedBeforeTheyLeftIsKnown() {
        barking.reply(bella, bark, "Where");
        discussion();
        assertThat(told()).isPresent();

        Timestamp before = Timestamp.from(back.minus(NIGHT).minusSeconds(1));
        jdbc.sql("update notifications set at = ?").param(before).update();
        jdbc.sql("update barks set created_at = ?").param(before).update();

        assertThat(told()).isEmpty();
    }

    @Test
    void whoWasAwayForShortOrIsBackForLongIsToldNothingAndNobodyLooks() {
        barking.reply(bella, bark, "Where");
        Instant now = Instant.now();

        assertThat(statements.during(() -> {
                    assertThat(whileOut.of(rex, now.minus(Duration.ofHours(7)), now))
                            .isEmpty();
                    assertThat(whileOut.of(rex, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(2))))
                            .isEmpty();
                }))
                .isZero();
        assertThat(whileOut.of(rex, now.minus(Duration.ofDays(2)), now.minus(Duration.ofMinutes(50))))
                .isPresent();
    }

    @Test
    void costsOneStatement() {
        barking.reply(bella, bark, "Where");
        barking.bark(nala, "Ask @" + rex.username());
        discussion();
        told();

        assertThat(statements.during(this::told)).isEqualTo(1);
    }

    @Test
    void ofBlockedAndMutedPeopleThereIsNoTrace() {
        barking.reply(bella, bark, "Where");
        barking.bark(nala, "Ask @" + rex.username());
        long release = discussion();
        barking.reply(nala, release, "And");

        mutes.mutePerson(rex, bella.username(), Optional.empty());
        CatchUp withoutBella = told().orElseThrow();
        assertThat(withoutBella.toThem()).extracting(Notification::kind).containsExactly(NotificationKind.MENTION);
        assertThat(withoutBella.discussed())
                .singleElement()
                .satisfies(thread -> assertThat(thread.answers()).isEqualTo(3));

        blocks.block(nala, rex.username());
        assertThat(told()).isEmpty();
    }

    @Test
    void mutedThreadsAndWordsAreNotToldOf() {
        long release = discussion();
        long cats = barking.bark(nala, "Cats on the roof");
        barking.reply(otto, cats, "Where");
        barking.reply(bella, cats, "There");
        assertThat(told().orElseThrow().discussed()).hasSize(2);

        mutes.muteThread(rex, release, Optional.empty());
        mutes.muteWord(rex, "cats", Optional.empty());
        assertThat(told()).isEmpty();

        barking.reply(bella, bark, "Cats took it");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsDeletedAndWhoIsBannedIsNotToldOf() {
        long answer = barking.reply(bella, bark, "Where");
        discussion();

        barks.delete(bella, answer);
        assertThat(told().orElseThrow().toThem()).isEmpty();

        jdbc.sql("update users set banned_at = ?, ban_reason = 'Bites' where id = ?")
                .params(Timestamp.from(back), nala.id())
                .update();
        assertThat(told()).isEmpty();
    }

    /** Of Nala's, with three answers of two people. */
    private long discussion() {
        long release = barking.bark(nala, "The release moves to Thursday");
        barking.reply(otto, release, "Why");
        long second = barking.reply(bella, release, "Good");
        barking.reply(otto, second, "Is it");
        return release;
    }

    private Optional<CatchUp> told() {
        return whileOut.of(rex, back.minus(NIGHT), back);
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
