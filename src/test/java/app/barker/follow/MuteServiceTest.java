package app.barker.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.follow.Mute.MutedPerson;
import app.barker.follow.Mute.MutedThread;
import app.barker.follow.Mute.MutedWord;
import app.barker.shared.FoldedText;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class MuteServiceTest {

    private static final Optional<Duration> FOR_EVER = Optional.empty();
    private static final Optional<Duration> A_DAY = Optional.of(Duration.ofDays(1));
    private static final Duration A_MOMENT = Duration.ofNanos(1_000);
    private static final long A_THREAD = 4711;

    @Autowired
    FollowService follows;

    @Autowired
    BlockService blocks;

    @Autowired
    Readers readers;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final TestClock clock = new TestClock();

    private MuteService mutes;
    private Viewer rex;
    private Viewer bella;
    private Viewer luna;

    @BeforeEach
    void threeDogs() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        luna = new Dogs(accounts).signUp("luna-" + unique);
        mutes = new MuteService(accounts, blocks, jdbc, events, transaction, clock);
    }

    @Test
    void aMutedPersonIsHiddenFromWhoMutedThemAndNobodyElse() {
        assertThat(hidesPerson(rex, bella)).isFalse();

        mutes.mutePerson(rex, bella.username(), FOR_EVER);

        assertThat(hidesPerson(rex, bella)).isTrue();
        assertThat(readers.rulesOf(rex).isMuted(bella.id(), clock.instant())).isTrue();
        assertThat(readers.rulesOf(rex).isBlocked(bella.id())).isFalse();
        assertThat(hidesPerson(rex, luna)).isFalse();
        assertThat(hidesPerson(bella, rex)).isFalse();
        assertThat(hidesPerson(luna, bella)).isFalse();

        mutes.unmutePerson(rex, bella.username());
        assertThat(hidesPerson(rex, bella)).isFalse();
    }

    @Test
    void aMutedThreadIsHidden() {
        mutes.muteThread(rex, A_THREAD, FOR_EVER);

        assertThat(hidesThread(rex, A_THREAD)).isTrue();
        assertThat(hidesThread(rex, A_THREAD + 1)).isFalse();
        assertThat(hidesThread(bella, A_THREAD)).isFalse();

        mutes.unmuteThread(rex, A_THREAD);
        assertThat(hidesThread(rex, A_THREAD)).isFalse();
    }

    @Test
    void aMutedWordIsHiddenHoweverItIsWritten() {
        assertThat(mutes.muteWord(rex, "  Über Cats! ", FOR_EVER)).isEmpty();

        assertThat(hidesText(rex, "All about uber-cats.")).isTrue();
        assertThat(hidesText(rex, "All about U\u0308BER CATS")).isTrue();
        assertThat(hidesText(rex, "All about cats, über alles")).isFalse();
        assertThat(hidesText(rex, "All about uber catsup")).isFalse();
        assertThat(hidesText(bella, "uber cats")).isFalse();
    }

    @Test
    void aMuteEndsByItself() {
        mutes.mutePerson(rex, bella.username(), A_DAY);
        mutes.muteThread(rex, A_THREAD, A_DAY);
        mutes.muteWord(rex, "cat", A_DAY);
        clock.advance(Duration.ofDays(1).minus(A_MOMENT));
        assertThat(hidesPerson(rex, bella)).isTrue();
        assertThat(hidesThread(rex, A_THREAD)).isTrue();
        assertThat(hidesText(rex, "a cat")).isTrue();
        assertThat(mutes.mutesOf(rex)).hasSize(3);

        clock.advance(A_MOMENT);

        assertThat(hidesPerson(rex, bella)).isFalse();
        assertThat(hidesThread(rex, A_THREAD)).isFalse();
        assertThat(hidesText(rex, "a cat")).isFalse();
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @Test
    void whatHasEndedIsDeletedWithTheNextChange() {
        mutes.mutePerson(rex, bella.username(), A_DAY);
        mutes.muteWord(bella, "cat", A_DAY);
        clock.advance(Duration.ofDays(1));
        assertThat(rowsOf(rex)).isEqualTo(1);

        mutes.muteWord(rex, "dog", FOR_EVER);

        assertThat(rowsOf(rex)).as("the word").isEqualTo(1);
        assertThat(rowsOf(bella)).as("another's").isEqualTo(1);
    }

    @Test
    void toMuteAgainReplacesTheEnd() {
        mutes.mutePerson(rex, bella.username(), A_DAY);
        mutes.mutePerson(rex, bella.username(), Optional.of(Duration.ofDays(7)));
        mutes.muteWord(rex, "cat", FOR_EVER);
        mutes.muteWord(rex, "CAT", A_DAY);
        mutes.muteThread(rex, A_THREAD, A_DAY);
        mutes.muteThread(rex, A_THREAD, FOR_EVER);

        assertThat(mutes.mutesOf(rex))
                .extracting(Mute::target, Mute::endsAt)
                .containsExactly(
                        tuple(new MutedThread(A_THREAD), Optional.empty()),
                        tuple(new MutedWord("cat"), Optional.of(clock.instant().plus(Duration.ofDays(1)))),
                        tuple(
                                new MutedPerson(bella.username(), bella.username()),
                                Optional.of(clock.instant().plus(Duration.ofDays(7)))));
    }

    @Test
    void aMutedPersonIsShownByTheirDisplayName() {
        jdbc.sql("update users set display_name = 'Bella of the Hill' where id = ?")
                .param(bella.id())
                .update();
        mutes.mutePerson(rex, bella.username(), FOR_EVER);

        assertThat(mutes.mutesOf(rex))
                .extracting(Mute::target)
                .containsExactly(new MutedPerson(bella.username(), "Bella of the Hill"));
    }

    @Test
    void aLengthThatNoCalendarHoldsIsForEver() {
        mutes.mutePerson(rex, bella.username(), Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(mutes.mutesOf(rex)).extracting(Mute::endsAt).containsExactly(Optional.empty());
    }

    @Test
    void aLengthThatIsNonePutsAnEndToTheMute() {
        mutes.mutePerson(rex, bella.username(), FOR_EVER);

        mutes.mutePerson(rex, bella.username(), Optional.of(Duration.ofSeconds(Long.MIN_VALUE)));

        assertThat(hidesPerson(rex, bella)).isFalse();
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @Test
    void oneIsEndedByItsId() {
        mutes.muteWord(rex, "cat", FOR_EVER);
        mutes.muteWord(rex, "dog", FOR_EVER);

        mutes.unmute(rex, mutes.mutesOf(rex).getLast().id());

        assertThat(mutes.mutesOf(rex)).extracting(Mute::target).containsExactly(new MutedWord("dog"));
        assertThat(hidesText(rex, "cat")).isFalse();
        assertThat(hidesText(rex, "dog")).isTrue();
    }

    @Test
    void anothersIdDoesNothing() {
        mutes.muteWord(rex, "cat", FOR_EVER);
        long his = mutes.mutesOf(rex).getFirst().id();
        assertThat(bella.id()).isNotEqualTo(rex.id());
        assertThat(mutes.mutesOf(bella)).isEmpty();

        mutes.unmute(bella, his);
        for (long id : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            mutes.unmute(rex, id);
        }

        assertThat(mutes.mutesOf(rex)).hasSize(1);
        assertThat(hidesText(rex, "cat")).isTrue();
        mutes.unmute(rex, his);
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody-at-all", "\u0000", "\uD83D", "'; delete from mutes; --", "%"})
    void aNameThatNobodyHasLeadsToNobody(String name) {
        for (String typed : List.of(name, name + "r".repeat(1 << 20))) {
            assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> mutes.mutePerson(rex, typed, FOR_EVER));
            mutes.unmutePerson(rex, typed);
        }
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @Test
    void nobodyMutesThemselves() {
        assertThatExceptionOfType(PersonNotFound.class)
                .isThrownBy(() -> mutes.mutePerson(rex, rex.username(), FOR_EVER));
    }

    @Test
    void nobodyLearnsOfABlockByMuting() {
        mutes.mutePerson(bella, rex.username(), FOR_EVER);
        assertThat(mutes.mutesOf(bella)).hasSize(1);

        blocks.block(rex, bella.username());

        assertThatExceptionOfType(PersonNotFound.class)
                .isThrownBy(() -> mutes.mutePerson(bella, rex.username(), FOR_EVER));
        assertThat(mutes.mutesOf(bella)).as("Rex's name and picture").isEmpty();
        blocks.unblock(rex, bella.username());
        assertThat(mutes.mutesOf(bella)).hasSize(1);
    }

    @Test
    void aMuteLeavesTheFollowAsItIs() {
        follows.follow(rex, bella.username());

        mutes.mutePerson(rex, bella.username(), FOR_EVER);

        assertThat(readers.rulesOf(rex).follows(bella.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "\uD83D\uDC36", "\u200B", "\u0000", "\uD83D"})
    void aWordWithoutLettersIsRefused(String typed) {
        assertThat(mutes.muteWord(rex, typed, FOR_EVER)).contains(MuteWordProblem.EMPTY);
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @Test
    void aPhraseHasAHundredCharactersAndNotOneMore() {
        // Deseret letters, which take two UTF-16 units each: they fill the column.
        String longest = "\uD801\uDC28".repeat(100);
        assertThat(mutes.muteWord(rex, longest, FOR_EVER)).isEmpty();
        assertThat(mutes.mutesOf(rex)).extracting(Mute::target).containsExactly(new MutedWord(longest));

        assertThat(mutes.muteWord(rex, longest + "w", FOR_EVER)).contains(MuteWordProblem.TOO_LONG);
        assertThat(mutes.muteWord(rex, "\uFDFA".repeat(20), FOR_EVER))
                .as("unfolds to eighteen each")
                .contains(MuteWordProblem.TOO_LONG);
        assertThat(mutes.muteWord(rex, "w".repeat(1 << 20), FOR_EVER)).contains(MuteWordProblem.TOO_LONG);
        assertThat(mutes.muteWord(rex, " ".repeat(1 << 20), FOR_EVER)).contains(MuteWordProblem.TOO_LONG);
    }

    @Test
    void thereIsAnEndToMutedWords() {
        for (int i = 0; i < MuteService.MOST_WORDS; i++) {
            assertThat(mutes.muteWord(rex, "cat" + i, A_DAY)).isEmpty();
        }

        assertThat(mutes.muteWord(rex, "dog", FOR_EVER)).contains(MuteWordProblem.TOO_MANY);
        assertThat(mutes.muteWord(rex, "cat7", A_DAY)).as("one that stands").isEmpty();
        assertThat(mutes.muteWord(bella, "dog", FOR_EVER)).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(mutes.muteWord(rex, "dog", FOR_EVER)).isEmpty();
    }

    @Test
    void theThreadThatWasMutedFirstComesBackWhenThereAreTooMany() {
        for (int i = 0; i < MuteService.MOST_THREADS; i++) {
            mutes.muteThread(rex, A_THREAD + i, FOR_EVER);
        }
        mutes.muteWord(rex, "cat", FOR_EVER);
        assertThat(hidesThread(rex, A_THREAD)).isTrue();

        mutes.muteThread(rex, A_THREAD - 1, FOR_EVER);

        assertThat(hidesThread(rex, A_THREAD - 1)).isTrue();
        assertThat(hidesThread(rex, A_THREAD)).isFalse();
        assertThat(hidesThread(rex, A_THREAD + 1)).isTrue();
        assertThat(mutes.mutesOf(rex)).hasSize(MuteService.MOST_THREADS + 1);
    }

    @Test
    void fiftyMutesOfOneThingAtOnceAreOne() {
        AtOnce.run(50, i -> {
            mutes.mutePerson(rex, bella.username(), FOR_EVER);
            mutes.muteThread(rex, A_THREAD, FOR_EVER);
            return mutes.muteWord(rex, "cat", FOR_EVER);
        });

        assertThat(mutes.mutesOf(rex)).hasSize(3);
    }

    @Test
    void whoseAccountIsGoneMutesNothing() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> mutes.muteThread(ghost, A_THREAD, FOR_EVER));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> mutes.muteWord(ghost, "cat", FOR_EVER));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> mutes.unmute(ghost, 1));
        assertThat(mutes.mutesOf(ghost)).isEmpty();
    }

    private boolean hidesPerson(Viewer reader, Viewer other) {
        return readers.rulesOf(reader).hidesPerson(other.id(), clock.instant());
    }

    private boolean hidesThread(Viewer reader, long rootId) {
        return readers.rulesOf(reader).hidesThread(rootId, clock.instant());
    }

    private boolean hidesText(Viewer reader, String text) {
        return readers.rulesOf(reader).hidesText(new FoldedText(text), clock.instant());
    }

    private int rowsOf(Viewer person) {
        return jdbc.sql("select count(*) from mutes where account_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }
}
