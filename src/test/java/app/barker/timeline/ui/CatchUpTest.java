package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.notification.ui.CatchUpCard;
import app.barker.signin.Absence;
import app.barker.signin.OpenSessions;
import app.barker.signin.OpenSignIns;
import app.barker.signin.SignIns;
import app.barker.testing.CountedStatements;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CatchUpTest extends FeedViewTest {

    private static final Duration NIGHT = Duration.ofHours(9);

    @Autowired
    SignIns signIns;

    @Autowired
    OpenSessions sessions;

    @Autowired
    CountedStatements statements;

    private long bark;

    @BeforeEach
    void rexHasBarked() {
        bark = barking.bark(rex, "Ball found");
    }

    @Test
    void whoComesBackIsToldWhatHappenedUntilTheyPutItAway() {
        barking.reply(bella, bark, "Behind the couch");

        comeBack(Optional.of(NIGHT));
        navigate(HomeView.class);

        assertThat(everythingTold()).contains("While you were out", "Behind the couch", "That is all.");
        navigate(EveryoneView.class);
        navigate(HomeView.class);
        call(find(CatchUpCard.class).single(), "dismiss");
        navigate(EveryoneView.class);
        navigate(HomeView.class);
        assertThat(find(CatchUpCard.class).all()).isEmpty();
    }

    @Test
    void whoWasAwayForShortAndWhoIsNewIsToldNothing() {
        barking.reply(bella, bark, "Behind the couch");

        comeBack(Optional.of(Duration.ofHours(2)));
        navigate(HomeView.class);
        assertThat(find(CatchUpCard.class).all()).isEmpty();

        comeBack(Optional.empty());
        navigate(HomeView.class);
        assertThat(find(CatchUpCard.class).all()).isEmpty();
    }

    @Test
    void whereNothingHappenedNobodyLooksTwice() {
        comeBack(Optional.empty());
        long usual = statements.during(() -> navigate(HomeView.class));

        comeBack(Optional.of(NIGHT));
        assertThat(statements.during(() -> navigate(HomeView.class))).isEqualTo(usual + 1);
        assertThat(find(CatchUpCard.class).all()).isEmpty();

        navigate(EveryoneView.class);
        assertThat(statements.during(() -> navigate(HomeView.class))).isEqualTo(usual);
    }

    private void comeBack(Optional<Duration> after) {
        var open = new OpenSignIns(signIns, jdbc);
        Instant now = Instant.now();
        logIn(rex);
        open.bind(
                open.open(rex, OpenSignIns.OFFICE),
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession(),
                sessions,
                after.map(length -> new Absence(now.minus(length), now)));
        navigate(EveryoneView.class);
    }
}
