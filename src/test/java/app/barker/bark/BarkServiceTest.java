package app.barker.bark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.timeline.Timeline;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BarkServiceTest {

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountService accounts;

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
    void oneKeyPostsOnce() {
        UUID key = UUID.randomUUID();
        BarkCard first = barks.post(rex, new BarkText("Woof"), key);
        assertThat(barks.post(rex, new BarkText("Woof"), key)).isEqualTo(first);
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
}
