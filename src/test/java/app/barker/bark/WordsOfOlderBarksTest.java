package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.search.SearchQuery;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.timeline.Timeline;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class WordsOfOlderBarksTest {

    @Autowired
    WordsOfOlderBarks running;

    @Autowired
    BarkWords words;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsOlderThanTheSearchIsFoundAfterSomeSteps() {
        // Nothing is left to it: from here on it stays away.
        running.writeSome();
        String word = "ball" + UUID.randomUUID().toString().substring(0, 8);
        Viewer bella = new Dogs(accounts)
                .signUp("bella-" + UUID.randomUUID().toString().substring(0, 8));
        Barking barking = new Barking(barks);
        for (int i = 0; i < 120; i++) {
            barking.bark(bella, "An old " + word);
        }
        long newest = barking.bark(bella, "The last old " + word);
        reactions.rebark(bella, newest);
        jdbc.sql("update barks set words = null").update();
        assertThat(found(bella, word)).isZero();
        WordsOfOlderBarks older = new WordsOfOlderBarks(words, jdbc, transaction);

        older.writeSome();
        assertThat(found(bella, word)).isEqualTo(100);

        older.writeSome();
        older.writeSome();
        assertThat(found(bella, word)).isEqualTo(121);
    }

    private int found(Viewer reader, String word) {
        return timeline.found(reader, SearchQuery.of(word), Timeline.NEWEST, Timeline.LONGEST_PAGE)
                .barks()
                .size();
    }
}
