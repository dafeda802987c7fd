package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.testing.AtOnce;
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

    Viewer rex;
    Viewer bella;

    @BeforeEach
    void twoDogs() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void aPostedBarkIsRead() {
        BarkCard posted = barks.post(rex, new BarkText("Ball found\nbehind the couch"), UUID.randomUUID());

        assertThat(timeline.newest(bella).barks()).first().satisfies(bark -> {
            assertThat(bark.id()).isEqualTo(posted.id());
            assertThat(bark.username()).isEqualTo(rex.username());
            assertThat(bark.text()).isEqualTo("Ball found\nbehind the couch");
            assertThat(bark.createdAt()).isEqualTo(posted.createdAt());
            assertThat(bark.mine()).isFalse();
        });
    }

    @Test
    void itsAuthorSeesABarkAsTheirs() {
        BarkCard posted = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());

        assertThat(posted.mine()).isTrue();
        assertThat(timeline.newest(rex).barks()).first().isEqualTo(posted);
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
        barks.post(rex, new BarkText("start " + text + " end"), UUID.randomUUID());

        assertThat(timeline.newest(bella).barks())
                .first()
                .extracting(BarkCard::text)
                .isEqualTo("start " + text + " end");
    }

    @Test
    void theLongestBarkThereCanBeIsKeptWhole() {
        // 280 thumbs with three skin tones each: 1,120 code points of two UTF-16 units.
        String thumb = "\uD83D\uDC4D" + "\uD83C\uDFFD".repeat(3);
        String longest = thumb.repeat(280);
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(BarkText.MOST_CODE_POINTS);

        barks.post(rex, new BarkText(longest), UUID.randomUUID());

        assertThat(timeline.newest(bella).barks())
                .first()
                .extracting(BarkCard::text)
                .isEqualTo(longest);
    }

    @Test
    void oneKeyPostsOnce() {
        UUID key = UUID.randomUUID();
        BarkCard first = barks.post(rex, new BarkText("Woof"), key);
        assertThat(barks.post(rex, new BarkText("Woof"), key)).isEqualTo(first);
        assertThat(barks.post(rex, new BarkText("Another text"), key)).isEqualTo(first);
        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void anotherKeyPostsTheSameTextAgain() {
        BarkCard first = barks.post(rex, new BarkText("Woof"), UUID.randomUUID());
        BarkCard second = barks.post(rex, new BarkText("Woof"), UUID.randomUUID());

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(barksBy(rex)).isEqualTo(2);
    }

    @Test
    void nobodyGetsAnothersBarkByItsKey() {
        UUID key = UUID.randomUUID();
        BarkCard hers = barks.post(bella, new BarkText("Hers"), key);

        BarkCard his = barks.post(rex, new BarkText("His"), key);

        assertThat(his.id()).isNotEqualTo(hers.id());
        assertThat(his.text()).isEqualTo("His");
    }

    @Test
    void twentyClicksAtOnceMakeOneBark() {
        UUID key = UUID.randomUUID();

        List<BarkCard> answers = AtOnce.run(20, i -> barks.post(rex, new BarkText("Woof " + i), key));

        assertThat(answers).hasSize(20).containsOnly(answers.getFirst());
        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void twentyDifferentBarksAtOnceAreAllPosted() {
        List<BarkCard> answers = AtOnce.run(20, i -> barks.post(rex, new BarkText("Woof " + i), UUID.randomUUID()));

        assertThat(answers).extracting(BarkCard::id).doesNotHaveDuplicates();
        assertThat(barksBy(rex)).isEqualTo(20);
    }

    @Test
    void anOutsiderCannotDeleteABark() {
        BarkCard bark = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());
        assertThat(bella.id()).isNotEqualTo(rex.id());

        assertThatThrownBy(() -> barks.delete(bella, bark.id())).isInstanceOf(NotYourBark.class);

        assertThat(timeline.newest(rex).barks()).contains(bark);
        barks.delete(rex, bark.id());
        assertThat(timeline.newest(rex).barks()).doesNotContain(bark);
    }

    @Test
    void notEvenAnAdministratorDeletesAnothersBark() {
        BarkCard bark = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());
        Viewer administrator = new Viewer(bella.id(), bella.username(), Role.ADMIN);

        assertThatThrownBy(() -> barks.delete(administrator, bark.id())).isInstanceOf(NotYourBark.class);

        assertThat(barksBy(rex)).isEqualTo(1);
    }

    @Test
    void nobodyLearnsWhetherAnothersBarkExists() {
        BarkCard bark = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());
        String messageForHis = messageOfDeleting(bark.id());

        assertThat(messageOfDeleting(Long.MAX_VALUE)).isEqualTo(messageForHis);
        assertThat(messageOfDeleting(-1)).isEqualTo(messageForHis);
    }

    @Test
    void aBarkIsDeletedOnce() {
        BarkCard bark = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());
        barks.delete(rex, bark.id());

        assertThatThrownBy(() -> barks.delete(rex, bark.id())).isInstanceOf(NotYourBark.class);
    }

    @Test
    void ofTwentyDeletionsAtOnceOneIsFirstAndTheOthersFindItGone() {
        BarkCard bark = barks.post(rex, new BarkText("Mine"), UUID.randomUUID());

        List<Boolean> deleted = AtOnce.run(20, i -> {
            try {
                barks.delete(rex, bark.id());
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
        BarkCard bark = barks.post(rex, new BarkText("Woof"), UUID.randomUUID());
        Viewer ghost = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> barks.post(ghost, new BarkText("Boo"), UUID.randomUUID()));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> barks.delete(ghost, bark.id()));

        assertThat(timeline.newest(rex).barks()).first().isEqualTo(bark);
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
