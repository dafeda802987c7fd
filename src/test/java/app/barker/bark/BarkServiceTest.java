package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.timeline.Timeline;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class BarkServiceTest {

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    Barking barking;
    Viewer rex;
    Viewer bella;

    @BeforeEach
    void twoDogs() {
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void aPostedBarkIsRead() {
        long posted = barking.bark(rex, "Ball found\nbehind the couch");

        assertThat(newestFor(bella)).satisfies(card -> {
            assertThat(card.id()).isEqualTo(posted);
            assertThat(card.author().username()).isEqualTo(rex.username());
            assertThat(card.text()).isEqualTo("Ball found\nbehind the couch");
            assertThat(card.marks().mine()).isFalse();
        });
    }

    @Test
    void itsAuthorSeesABarkAsTheirs() {
        long posted = barking.bark(rex, "Mine");

        assertThat(newestFor(rex).id()).isEqualTo(posted);
        assertThat(newestFor(rex).marks().mine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('woof')</script> &lt;b&gt; & more",
                "'quotes' \"double\" `ticks` \\back\\\\slashes\\ \\u0041 \\n",
                "'); drop table barks; -- %s {0} ${x} #{y} ? :me",
                "one\n\n  two  spaces\u00A0and a tab's width\u3000",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \uD83D\uDC15\u200D\uD83E\uDDBA",
                "e\u0301 is not \u00E9, שלום וואו, 汪汪, \u202Eright to left\u202C",
                "\uFFFE\uFFFF\uDBFF\uDFFF"
            })
    void textComesBackExactlyAsItWasPosted(String text) {
        barking.bark(rex, "start " + text + " end");

        assertThat(newestFor(bella).text()).isEqualTo("start " + text + " end");
    }

    @Test
    void theLongestBarkThereCanBeIsKeptWhole() {
        // 280 thumbs with three skin tones each: 1,120 code points of two UTF-16 units.
        String thumb = "\uD83D\uDC4D" + "\uD83C\uDFFD".repeat(3);
        String longest = thumb.repeat(280);
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(BarkText.MOST_CODE_POINTS);

        barking.bark(rex, longest);

        assertThat(newestFor(bella).text()).isEqualTo(longest);
    }

    @Test
    void oneKeyPostsOnce() {
        UUID key = UUID.randomUUID();
        long first = barks.post(rex, NewBark.saying(new BarkText("Woof"), key));
        assertThat(barks.post(rex, NewBark.saying(new BarkText("Woof"), key))).isEqualTo(first);
        assertThat(barks.post(rex, NewBark.saying(new BarkText("Another text"), key)))
                .isEqualTo(first);
        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void anotherKeyPostsTheSameTextAgain() {
        long first = barking.bark(rex, "Woof");
        long second = barking.bark(rex, "Woof");

        assertThat(second).isGreaterThan(first);
        assertThat(barksBy(rex)).isEqualTo(2);
    }

    @Test
    void nobodyGetsAnothersBarkByItsKey() {
        UUID key = UUID.randomUUID();
        long hers = barks.post(bella, NewBark.saying(new BarkText("Hers"), key));

        long his = barks.post(rex, NewBark.saying(new BarkText("His"), key));

        assertThat(his).isNotEqualTo(hers);
        assertThat(card(his).text()).isEqualTo("His");
    }

    @Test
    void twentyClicksAtOnceMakeOneBark() {
        UUID key = UUID.randomUUID();

        List<Long> answers = AtOnce.run(20, i -> barks.post(rex, NewBark.saying(new BarkText("Woof " + i), key)));

        assertThat(answers).hasSize(20).containsOnly(answers.getFirst());
        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void twentyDifferentBarksAtOnceAreAllPosted() {
        List<Long> answers = AtOnce.run(20, i -> barking.bark(rex, "Woof " + i));

        assertThat(answers).doesNotHaveDuplicates();
        assertThat(barksBy(rex)).isEqualTo(20);
    }

    @Test
    void anOutsiderCannotDeleteABark() {
        long bark = barking.bark(rex, "Mine");
        assertThat(bella.id()).isNotEqualTo(rex.id());

        assertThatThrownBy(() -> barks.delete(bella, bark)).isInstanceOf(NotYourBark.class);

        assertThat(timeline.card(rex, bark)).isPresent();
        barks.delete(rex, bark);
        assertThat(timeline.card(rex, bark)).isEmpty();
    }

    @Test
    void notEvenAnAdministratorDeletesAnothersBark() {
        long bark = barking.bark(rex, "Mine");
        Viewer administrator = new Viewer(bella.id(), bella.username(), Role.ADMIN);

        assertThatThrownBy(() -> barks.delete(administrator, bark)).isInstanceOf(NotYourBark.class);

        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void nobodyLearnsWhetherAnothersBarkExists() {
        long bark = barking.bark(rex, "Mine");
        String messageForHis = messageOfDeleting(bark);

        assertThat(messageOfDeleting(Long.MAX_VALUE)).isEqualTo(messageForHis);
        assertThat(messageOfDeleting(-1)).isEqualTo(messageForHis);
    }

    @Test
    void aBarkIsDeletedOnce() {
        long bark = barking.bark(rex, "Mine");
        barks.delete(rex, bark);

        assertThatThrownBy(() -> barks.delete(rex, bark)).isInstanceOf(NotYourBark.class);
    }

    @Test
    void ofTwentyDeletionsAtOnceOneIsFirstAndTheOthersFindItGone() {
        long bark = barking.bark(rex, "Mine");

        List<Boolean> deleted = AtOnce.run(20, i -> {
            try {
                barks.delete(rex, bark);
                return true;
            } catch (NotYourBark gone) {
                return false;
            }
        });

        assertThat(deleted).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(barksBy(rex)).isZero();
    }

    @Test
    void whoseAccountIsGoneNeitherPostsNorDeletes() {
        long bark = barking.bark(rex, "Woof");
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> barking.bark(ghost, "Boo"));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> barks.delete(ghost, bark));

        assertThat(newestFor(rex).id()).isEqualTo(bark);
    }

    private BarkCard card(long barkId) {
        return timeline.card(rex, barkId).orElseThrow();
    }

    private BarkCard newestFor(Viewer reader) {
        return timeline.everyone(reader, Timeline.NEWEST, 1).barks().getFirst();
    }

    private String messageOfDeleting(long barkId) {
        try {
            barks.delete(bella, barkId);
        } catch (NotYourBark refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("Deleted");
    }

    private int barksBy(Viewer author) {
        return jdbc.sql("select count(*) from barks where author_id = ?")
                .param(author.id())
                .query(Integer.class)
                .single();
    }
}
