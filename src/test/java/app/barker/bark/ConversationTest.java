package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens between barks: answers, quotes, edits, deletions, and who may do what. */
@DatabaseTest
class ConversationTest {

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    BlockService blocks;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    Barking barking;
    Viewer rex;
    Viewer bella;
    Viewer otto;

    @BeforeEach
    void threeDogs() {
        barking = new Barking(barks);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        otto = new Dogs(accounts).signUp("otto-" + unique);
    }

    @Test
    void aReplyKnowsItsParentAndTheFirstBarkOfItsThread() {
        long first = barking.bark(rex, "Where is the ball?");
        long second = barking.reply(bella, first, "Behind the couch");
        long third = barking.reply(rex, second, "Found it");

        assertThat(card(third).replyTo()).contains(new BarkCard.ReplyTo(second, bella.username()));
        assertThat(card(third).rootId()).isEqualTo(first);
        assertThat(card(first).counts().replies()).isEqualTo(1);
        assertThat(card(first).replyTo()).isEmpty();
    }

    @Test
    void whatIsGoneOrNeverWasCannotBeAnswered() {
        long gone = barking.bark(rex, "I ate the couch");
        barks.delete(rex, gone);

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(bella, gone, "Really?"));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(bella, -1, "Hello?"));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(bella, Long.MAX_VALUE, "Hello?"));
    }

    @Test
    void aDeletedBarkLeavesIdsAloneWhereOthersHaveReplied() {
        long secret = barking.bark(rex, "The code is 4711");
        barks.edit(rex, secret, new BarkText("The code was 4711"), Optional.empty());
        long quoting = barking.quote(otto, secret, "Look at this");
        long reply = barking.reply(bella, secret, "You should not say that");
        assertThat(card(quoting).quote()).isPresent();

        barks.delete(rex, secret);

        assertThat(timeline.card(bella, secret)).isEmpty();
        assertThat(card(reply).replyTo()).contains(new BarkCard.ReplyTo(secret, ""));
        assertThat(card(quoting).quote()).isEmpty();
        assertThat(count("select count(*) from tombstones where bark_id = " + secret))
                .isEqualTo(1);
        assertThat(count("select count(*) from bark_versions where bark_id = " + secret))
                .isZero();
        assertThat(count("select count(*) from barks where text like '%4711%'")).isZero();
    }

    @Test
    void whereNobodyHasRepliedNothingStays() {
        long bark = barking.bark(rex, "Never mind");

        barks.delete(rex, bark);

        assertThat(count("select count(*) from tombstones where bark_id = " + bark))
                .isZero();
    }

    @Test
    void repliesAndADeletionAtTheSameMomentLeaveNoReplyWithoutItsPlace() {
        long bark = barking.bark(rex, "Who comes along?");

        List<Boolean> replied = AtOnce.run(20, i -> {
            if (i == 10) {
                barks.delete(rex, bark);
                return false;
            }
            try {
                barking.reply(bella, bark, "I do " + i);
                return true;
            } catch (BarkNotFound gone) {
                return false;
            }
        });

        long replies = replied.stream().filter(Boolean::booleanValue).count();
        assertThat(count("select count(*) from barks where parent_id = " + bark))
                .isEqualTo(replies);
        assertThat(count("select count(*) from tombstones where bark_id = " + bark))
                .isEqualTo(replies > 0 ? 1 : 0);
    }

    @Test
    void anEditShowsAndItsHistoryIsThereForEveryReader() {
        long bark = barking.bark(rex, "Stand-up at 8:15");

        barks.edit(rex, bark, new BarkText("Stand-up at 8:30"), Optional.empty());
        barks.edit(rex, bark, new BarkText("No stand-up"), Optional.empty());

        assertThat(card(bark).text()).isEqualTo("No stand-up");
        assertThat(card(bark).editedAt()).isPresent();
        assertThat(barks.history(bella, bark))
                .extracting(BarkVersion::text)
                .containsExactly("No stand-up", "Stand-up at 8:30", "Stand-up at 8:15");
        assertThat(barks.history(bella, bark))
                .extracting(BarkVersion::writtenAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void theSameWordsAgainAreNoEdit() {
        long bark = barking.bark(rex, "Woof");

        barks.edit(rex, bark, new BarkText(" Woof\n"), Optional.empty());

        assertThat(card(bark).editedAt()).isEmpty();
        assertThat(barks.history(rex, bark)).hasSize(1);
    }

    @Test
    void onlyItsAuthorEditsABarkAndSeesItAsTyped() {
        long bark = barking.bark(rex, "Mine");
        assertThat(barks.textOf(rex, bark)).isEqualTo("Mine");

        assertThatThrownBy(() -> barks.edit(bella, bark, new BarkText("Hers"), Optional.empty()))
                .isInstanceOf(NotYourBark.class);
        assertThatThrownBy(() -> barks.textOf(bella, bark)).isInstanceOf(NotYourBark.class);

        assertThat(card(bark).text()).isEqualTo("Mine");
    }

    @Test
    void twentyEditsAtOnceLoseNoVersion() {
        long bark = barking.bark(rex, "Zero");

        AtOnce.run(20, i -> {
            barks.edit(rex, bark, new BarkText("Edit " + i), Optional.empty());
            return i;
        });

        assertThat(barks.history(rex, bark)).hasSize(21);
    }

    @Test
    void aMentionIsSomebodysNameAndFollowsEdits() {
        long bark = barking.bark(rex, "Ask @" + bella.username() + " or @nobody-" + bella.username());
        assertThat(card(bark).mentions()).containsExactly(bella.username());

        barks.edit(rex, bark, new BarkText("Ask @" + otto.username() + " #ball"), Optional.empty());

        assertThat(card(bark).mentions()).containsExactly(otto.username());
        assertThat(timeline.tagged(bella, "ball", Timeline.NEWEST, 20).barks())
                .extracting(BarkCard::id)
                .contains(bark);
    }

    @Test
    void aQuoteShowsTheOtherBark() {
        long bark = barking.bark(rex, "Has anyone seen a blue umbrella? Perhaps @" + otto.username());

        long quoting = barking.quote(bella, bark, "Found on the third floor");

        assertThat(card(quoting).quote()).hasValueSatisfying(quote -> {
            assertThat(quote.id()).isEqualTo(bark);
            assertThat(quote.author().username()).isEqualTo(rex.username());
            assertThat(quote.text()).startsWith("Has anyone seen a blue umbrella?");
            assertThat(quote.mentions()).containsExactly(otto.username());
        });
    }

    @Test
    void aQuoteOfWhatIsNotThereIsJustText() {
        long quoting = barking.quote(bella, Long.MAX_VALUE, "Look at this");

        assertThat(card(quoting).quote()).isEmpty();
    }

    @Test
    void theQuotedAuthorTakesTheirBarkOutForGoodAndNobodyElse() {
        long bark = barking.bark(rex, "I was wrong");
        long quoting = barking.quote(bella, bark, "Ha");
        assertThat(card(quoting).quote()).isPresent();
        assertThatThrownBy(() -> barks.detachQuote(otto, quoting)).isInstanceOf(NotYourBark.class);
        assertThatThrownBy(() -> barks.detachQuote(bella, quoting)).isInstanceOf(NotYourBark.class);
        assertThat(card(quoting).quote()).isPresent();

        barks.detachQuote(rex, quoting);
        assertThat(card(quoting).quote()).isEmpty();

        barks.edit(bella, quoting, new BarkText("Ha, ha"), Optional.of(bark));
        assertThat(card(quoting).quote()).isEmpty();
    }

    @Test
    void aBarkDoesNotQuoteItself() {
        long bark = barking.bark(rex, "I");

        barks.edit(rex, bark, new BarkText("I am"), Optional.of(bark));

        assertThat(card(bark).quote()).isEmpty();
    }

    @Test
    void aBlockStandsBetweenThemInBothDirections() {
        long ofRex = barking.bark(rex, "From Rex");
        long ofBella = barking.bark(bella, "From Bella");
        barking.reply(bella, ofRex, "I can answer");
        barking.reply(rex, ofBella, "So can I");
        assertThat(card(barking.bark(rex, "@" + bella.username())).mentions()).isNotEmpty();

        blocks.block(rex, bella.username());

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(bella, ofRex, "Hello?"));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(rex, ofBella, "Hello?"));
        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barks.history(bella, ofRex));
        assertThat(card(barking.quote(bella, ofRex, "Look")).quote()).isEmpty();
        assertThat(card(barking.bark(bella, "@" + rex.username())).mentions()).isEmpty();
        assertThat(timeline.card(bella, ofRex)).isEmpty();
        assertThat(timeline.card(otto, ofRex)).isPresent();
    }

    @Test
    void afterABlockHasReturnedNoReplyOfTheBlockedArrives() {
        long bark = barking.bark(rex, "Who is there?");

        AtOnce.run(20, i -> {
            if (i == 10) {
                blocks.block(rex, bella.username());
                return count("select count(*) from barks where parent_id = " + bark);
            }
            try {
                return barking.reply(bella, bark, "Me " + i);
            } catch (BarkNotFound blocked) {
                return -1;
            }
        });
        long after = count("select count(*) from barks where parent_id = " + bark);

        assertThatExceptionOfType(BarkNotFound.class).isThrownBy(() -> barking.reply(bella, bark, "Still me"));
        assertThat(count("select count(*) from barks where parent_id = " + bark))
                .isEqualTo(after);
    }

    private BarkCard card(long barkId) {
        return timeline.card(otto, barkId).orElseThrow();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
