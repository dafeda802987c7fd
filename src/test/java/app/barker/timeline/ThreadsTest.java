package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkThread;
import app.barker.bark.ThreadRow;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ThreadsTest {

    @Autowired
    Threads threads;

    @Autowired
    BarkService barks;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    @Autowired
    AccountService accounts;

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
    void ancestorsStandAboveAndRepliesBelowEachWithItsOwn() {
        long first = barking.bark(rex, "first");
        long second = barking.reply(bella, first, "second");
        long focus = barking.reply(rex, second, "focus");
        long one = barking.reply(bella, focus, "one");
        long two = barking.reply(otto, focus, "two");
        long toOne = barking.reply(rex, one, "to one");
        long toThat = barking.reply(otto, toOne, "to that");
        barking.reply(otto, second, "elsewhere");

        BarkThread thread = around(otto, focus);

        assertThat(told(thread.upper())).containsExactly(first + " linked", second + " linked", focus + " focused");
        assertThat(told(thread.replies().rows()))
                .containsExactly(one + " linked", toOne + " linked", "" + toThat, "" + two);
    }

    @Test
    void aBarkThatNobodyAnsweredStandsAlone() {
        long bark = barking.bark(rex, "Hello?");

        BarkThread thread = around(bella, bark);

        assertThat(told(thread.upper())).containsExactly(bark + " focused");
        assertThat(thread.replies()).isEqualTo(new BarkThread.Replies(List.of(), 0, false));
    }

    @Test
    void whereABarkWasDeletedATombstoneHoldsItsPlace() {
        long first = barking.bark(rex, "first");
        long gone = barking.reply(bella, first, "gone");
        long reply = barking.reply(otto, gone, "reply");

        barks.delete(bella, gone);

        assertThat(told(around(rex, reply).upper()))
                .containsExactly(first + " linked", gone + " buried linked", reply + " focused");
        assertThat(told(around(rex, first).replies().rows())).containsExactly(gone + " buried linked", "" + reply);
        assertThat(told(around(rex, gone).upper())).containsExactly(first + " linked", gone + " buried");
    }

    @Test
    void whatNeverWasAndWhatLeftNothingIsNotThere() {
        long gone = barking.bark(rex, "gone");
        barks.delete(rex, gone);

        assertThat(threads.around(bella, gone)).isEmpty();
        assertThat(threads.around(bella, Long.MAX_VALUE)).isEmpty();
        assertThat(threads.around(bella, -1)).isEmpty();
    }

    @Test
    void aThreadOfSomebodyBlockedIsNotThereAndAThirdPersonsShowsAGap() {
        long ofRex = barking.bark(rex, "from Rex");
        long ofOtto = barking.bark(otto, "from Otto");
        long byRex = barking.reply(rex, ofOtto, "by Rex");
        long toRex = barking.reply(otto, byRex, "to Rex");
        assertThat(threads.around(bella, ofRex)).isPresent();
        assertThat(told(around(bella, ofOtto).replies().rows())).containsExactly(byRex + " linked", "" + toRex);

        blocks.block(rex, bella.username());

        assertThat(threads.around(bella, ofRex)).isEmpty();
        assertThat(threads.around(bella, byRex)).isEmpty();
        assertThat(told(around(bella, ofOtto).replies().rows())).containsExactly("gap linked", "" + toRex);
        assertThat(told(around(bella, toRex).upper()))
                .containsExactly(ofOtto + " linked", "gap linked", toRex + " focused");
        assertThat(told(around(otto, ofOtto).replies().rows())).containsExactly(byRex + " linked", "" + toRex);
    }

    @Test
    void aMutedPersonIsAGapUnlessOneOpensTheirBark() {
        long ofOtto = barking.bark(otto, "from Otto");
        long byRex = barking.reply(rex, ofOtto, "by Rex");

        mutes.mutePerson(bella, rex.username(), Optional.empty());

        assertThat(told(around(bella, ofOtto).replies().rows())).containsExactly("gap");
        assertThat(told(around(bella, byRex).upper())).containsExactly(ofOtto + " linked", byRex + " focused");
    }

    @Test
    void aMutedThreadCanBeOpened() {
        long first = barking.bark(otto, "first");
        long reply = barking.reply(rex, first, "reply");

        mutes.muteThread(bella, first, Optional.empty());

        assertThat(told(around(bella, first).replies().rows())).containsExactly("" + reply);
    }

    @Test
    void directRepliesComeInPagesTheOldestFirst() {
        long first = barking.bark(rex, "first");
        List<Long> replies = IntStream.range(0, 45)
                .mapToObj(i -> barking.reply(i % 2 == 0 ? bella : otto, first, "reply " + i))
                .toList();

        BarkThread.Replies one = around(rex, first).replies();
        BarkThread.Replies two = threads.replies(rex, first, one.next());
        BarkThread.Replies three = threads.replies(rex, first, two.next());

        assertThat(List.of(one.more(), two.more(), three.more())).containsExactly(true, true, false);
        assertThat(IntStream.range(0, 45).mapToObj(i -> "" + replies.get(i)))
                .containsExactlyElementsOf(told(Stream.of(one, two, three)
                        .flatMap(page -> page.rows().stream())
                        .toList()));
    }

    private BarkThread around(Viewer reader, long barkId) {
        return threads.around(reader, barkId).orElseThrow();
    }

    private static List<String> told(List<ThreadRow> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                            case ThreadRow.Shown shown -> shown.bark().id() + (shown.focused() ? " focused" : "");
                            case ThreadRow.Tombstone stone -> stone.barkId() + " buried";
                            case ThreadRow.Gap gap -> "gap";
                        }
                        + (row.linked() ? " linked" : ""))
                .toList();
    }
}
