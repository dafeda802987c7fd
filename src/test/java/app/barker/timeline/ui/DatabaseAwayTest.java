package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.Composer.Answer;
import app.barker.testing.DatabaseAway;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** While the database is away nothing is lost and nobody sees an error page. */
class DatabaseAwayTest extends FeedViewTest {

    private static final Answer NOT_SENT =
            new Answer(false, "This was not sent. Your text is safe here; try again in a moment.");

    @TestConfiguration(proxyBeanMethods = false)
    static class Outage {

        @Bean
        static DatabaseAway databaseAway() {
            return new DatabaseAway();
        }
    }

    @Autowired
    DatabaseAway database;

    long ofBella;

    @BeforeEach
    void rexIsAtHome() {
        ofBella = barking.bark(bella, "From Bella");
        logIn(rex);
    }

    @Test
    void aBarkIsNotSentAndPostedOnceWhenItIsTriedAgain() {
        String key = UUID.randomUUID().toString();

        database.away(() -> assertThat(call(composer(), "post", "Woof", key)).isEqualTo(NOT_SENT));
        assertThat(storedTexts()).doesNotContain("Woof");
        assertThat(inserted()).isEmpty();

        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));
        assertThat(storedTexts()).containsOnlyOnce("Woof");
    }

    @Test
    void aBarkWhoseAnswerGotLostIsPostedOnce() {
        String key = UUID.randomUUID().toString();
        waitForTheBell();

        database.awayAfter(
                1, () -> assertThat(call(composer(), "post", "Woof", key)).isEqualTo(NOT_SENT));
        assertThat(storedTexts()).contains("Woof");

        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));
        assertThat(storedTexts()).containsOnlyOnce("Woof");
        assertThat(inserted()).isPresent();
    }

    @Test
    void anEditIsNotSent() {
        long ofRex = barking.bark(rex, "From Rex");

        database.away(() -> assertThat(call(composer(), "edit", "From Rex, again", String.valueOf(ofRex)))
                .isEqualTo(NOT_SENT));

        assertThat(card(ofRex).text()).isEqualTo("From Rex");
    }

    @Test
    void aLikeAndAFollowAreTakenBackWithAWord() {
        open("users/" + bella.username());
        ProfileHead head = find(ProfileHead.class).single();

        database.away(() -> {
            assertThat(refusalOf("like", ofBella)).contains("That did not work. Try again in a moment.");
            assertThat(call(head, "follow", true))
                    .isEqualTo(new FollowAnswer(false, "That did not work. Try again in a moment."));
        });

        assertThat(card(ofBella).marks().liked()).isFalse();
    }

    @Test
    void whatCouldNotBeReadAtARingIsToldWhenTheDatabaseIsBack() {
        waitForTheBell();
        database.awayAfter(1, () -> {
            reactions.like(otto, ofBella);
            waitForTheBell();
            letOthersIn();
            assertThat(hasTold(feed(), ".change(")).isFalse();
        });

        awaitThat(() -> assertThat(hasTold(feed(), ".change(")).isTrue());
    }
}
