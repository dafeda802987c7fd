package app.barker.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkNotFound;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.shared.LimitReached;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class DraftServiceTest {

    @Autowired
    DraftTable table;

    @Autowired
    AccountService accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BarkService barks;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CountedStatements statements;

    private final TestClock clock = new TestClock();
    private DraftService drafts;
    private Viewer bella;
    private Viewer rex;

    /** Bella comes first: whoever is the only administrator cannot leave. */
    @BeforeEach
    void twoDogs() {
        drafts = new DraftService(table, accounts, transaction, clock);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        rex = new Dogs(accounts).signUp("rex-" + unique);
    }

    @Test
    void aTextThatGrowsIsOneDraft() {
        UUID first = begin(rex, "Half");
        UUID second = goOn(rex, "Half a th", first);

        goOn(rex, "Half a thought", second);

        assertThat(textsOf(rex)).containsExactly("Half a thought");
    }

    @Test
    void severalDraftsStandWithTheLatestFirst() {
        begin(rex, "The first");
        clock.advance(Duration.ofSeconds(1));
        UUID second = begin(rex, "The second");
        clock.advance(Duration.ofSeconds(1));
        save(rex, "An answer", UUID.randomUUID(), Optional.of(12L));

        assertThat(textsOf(rex)).containsExactly("An answer", "The second", "The first");
        assertThat(drafts.draftsOf(rex)).extracting(Draft::inReplyTo).first().isEqualTo(Optional.of(12L));
        clock.advance(Duration.ofSeconds(1));
        goOn(rex, "The second, longer", second);
        assertThat(textsOf(rex)).containsExactly("The second, longer", "An answer", "The first");
    }

    @Test
    void onlyItsOwnerFindsChangesAndDeletesADraft() {
        UUID key = begin(rex, "Between you and me");
        assertThat(drafts.find(rex, key)).map(Draft::text).contains("Between you and me");

        assertThat(drafts.find(bella, key)).isEmpty();
        assertThat(drafts.draftsOf(bella)).isEmpty();
        drafts.discard(bella, List.of(key));
        goOn(bella, "Mine now", key);
        save(bella, "And this", key, Optional.empty());

        assertThat(textsOf(rex)).containsExactly("Between you and me");
        assertThat(textsOf(bella)).containsExactlyInAnyOrder("Mine now", "And this");
    }

    @Test
    void whoWritesOnFromWhatSomebodyElseHasChangedGetsADraftOfTheirOwn() {
        UUID common = begin(rex, "Both tabs know this");

        goOn(rex, "Both tabs know this, says the first", common);
        UUID second = goOn(rex, "Both tabs know this, says the second", common);
        goOn(rex, "Both tabs know this, says the second again", second);

        assertThat(textsOf(rex))
                .containsExactlyInAnyOrder(
                        "Both tabs know this, says the first", "Both tabs know this, says the second again");
    }

    @Test
    void aSaveWhoseAnswerGotLostIsGoneOnWith() {
        UUID first = begin(rex, "One");
        UUID lostOnTheWay = UUID.randomUUID();
        UUID lostOnTheWayBack = goOn(rex, "One two", first);

        save(rex, "One two three", UUID.randomUUID(), Optional.empty(), lostOnTheWay, lostOnTheWayBack, first);

        assertThat(textsOf(rex)).containsExactly("One two three");
    }

    @Test
    void theSameSaveTwiceIsOneDraft() {
        UUID key = begin(rex, "Woof");

        save(rex, "Woof", key, Optional.empty());
        save(rex, "Woof ", key, Optional.empty(), key);

        assertThat(textsOf(rex)).containsExactly("Woof ");
    }

    @Test
    void savedAtTheSameMomentFromManyPlacesNothingIsLost() {
        UUID common = begin(rex, "Everyone knows this");

        AtOnce.run(12, number -> goOn(rex, "Written in tab " + number, common));

        assertThat(textsOf(rex))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12)
                        .mapToObj(number -> "Written in tab " + number)
                        .toList());
    }

    @Test
    void atTheSameMomentNobodyGetsMoreThanTheMost() {
        for (int i = 1; i < DraftService.MOST; i++) {
            begin(rex, "Draft " + i);
        }
        List<Optional<DraftProblem>> answers =
                AtOnce.run(8, number -> save(rex, "One too many " + number, UUID.randomUUID(), Optional.empty()));

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(Optional::isPresent).containsOnly(Optional.of(DraftProblem.TOO_MANY));
        assertThat(drafts.draftsOf(rex)).hasSize(DraftService.MOST);
    }

    @Test
    void whoHasTheMostGoesOnWithAnyOfThem() {
        UUID last = begin(rex, "Draft 0");
        for (int i = 1; i < DraftService.MOST; i++) {
            begin(rex, "Draft " + i);
        }

        goOn(rex, "Draft 0, longer", last);

        assertThat(textsOf(rex)).hasSize(DraftService.MOST).contains("Draft 0, longer");
        assertThat(save(bella, "She has room", UUID.randomUUID(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aBlankTextIsNoDraftAnyMore() {
        UUID key = begin(rex, "Never mind");

        assertThat(save(rex, " \n ", UUID.randomUUID(), Optional.empty(), key)).isEmpty();

        assertThat(drafts.draftsOf(rex)).isEmpty();
        assertThat(save(rex, "", UUID.randomUUID(), Optional.empty())).isEmpty();
        assertThat(drafts.draftsOf(rex)).isEmpty();
    }

    @Test
    void holdsFourBarksAndRefusesWhatIsLonger() {
        String longest = "🐶".repeat(DraftService.LONGEST / 2);

        assertThat(save(rex, longest, UUID.randomUUID(), Optional.empty())).isEmpty();
        assertThat(save(rex, longest + "!", UUID.randomUUID(), Optional.empty()))
                .contains(DraftProblem.TOO_LONG);

        assertThat(textsOf(rex)).containsExactly(longest);
    }

    @Test
    void takesWhateverIsPasted() {
        String strange = "NUL \0 and %_'\" and \u0007 and \t tabs\r\n";

        save(rex, strange, UUID.randomUUID(), Optional.empty());

        assertThat(textsOf(rex)).containsExactly(strange.replace("\0", ""));
    }

    @Test
    void isSavedSoOftenAMinuteAndNotMore() {
        UUID key = begin(rex, "W");
        for (int i = 1; i < 120; i++) {
            key = goOn(rex, "W" + i, key);
        }
        UUID last = key;

        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> goOn(rex, "One too many", last));
        begin(bella, "Hers is another count");

        clock.advance(Duration.ofMinutes(1));
        goOn(rex, "A minute later", last);
        assertThat(textsOf(rex)).containsExactly("A minute later");
    }

    @Test
    void goesWithTheBarkThatComesOfIt() {
        UUID key = begin(rex, "Ready");
        begin(rex, "Not ready");
        begin(bella, "Not his");

        barks.post(rex, NewBark.saying(new BarkText("Ready"), key));

        assertThat(textsOf(rex)).containsExactly("Not ready");
        assertThat(textsOf(bella)).containsExactly("Not his");
    }

    @Test
    void staysWhenTheBarkIsNotPosted() {
        long bark = new Barking(barks).bark(bella, "Answer me");
        UUID key = UUID.randomUUID();
        save(rex, "An answer", key, Optional.of(bark));
        barks.delete(bella, bark);

        assertThatExceptionOfType(BarkNotFound.class)
                .isThrownBy(() -> barks.post(
                        rex, new NewBark(new BarkText("An answer"), key, Optional.of(bark), Optional.empty())));

        assertThat(drafts.find(rex, key)).hasValueSatisfying(draft -> {
            assertThat(draft.text()).isEqualTo("An answer");
            assertThat(draft.inReplyTo()).contains(bark);
        });
    }

    @Test
    void whatIsPostedAlreadyIsNotKeptAgain() {
        UUID earlier = begin(rex, "Rea");
        UUID key = UUID.randomUUID();
        barks.post(rex, NewBark.saying(new BarkText("Ready"), key));

        assertThat(save(rex, "Ready", key, Optional.empty(), earlier)).isEmpty();

        assertThat(drafts.draftsOf(rex)).isEmpty();
        assertThat(save(bella, "Ready", key, Optional.empty())).isEmpty();
        assertThat(textsOf(bella)).containsExactly("Ready");
    }

    @Test
    void aClosedAccountLeavesNoDraft() {
        begin(rex, "The code is 4711");
        begin(bella, "Hers");

        ownAccount.close(new OpenSignIns(signIns, jdbc).open(rex, OpenSignIns.OFFICE), false);

        assertThat(jdbc.sql("select count(*) from drafts where account_id = ?")
                        .param(rex.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(textsOf(bella)).containsExactly("Hers");
    }

    @Test
    void whoseAccountIsGoneKeepsNothing() {
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> begin(ghost, "Boo"));
    }

    @Test
    void aPauseInWritingCostsFourStatements() {
        UUID key = begin(rex, "Half");

        assertThat(statements.during(() -> goOn(rex, "Half a th", key)))
                .as("who writes, that it stands, that it is not posted, the text")
                .isLessThanOrEqualTo(4);
    }

    private UUID begin(Viewer author, String text) {
        return goOn(author, text);
    }

    private UUID goOn(Viewer author, String text, UUID... earlier) {
        UUID key = UUID.randomUUID();
        assertThat(save(author, text, key, Optional.empty(), earlier)).isEmpty();
        return key;
    }

    private Optional<DraftProblem> save(
            Viewer author, String text, UUID key, Optional<Long> inReplyTo, UUID... earlier) {
        return drafts.save(author, new Writing(key, text, inReplyTo, List.of(earlier)));
    }

    private List<String> textsOf(Viewer author) {
        return drafts.draftsOf(author).stream().map(Draft::text).toList();
    }
}
