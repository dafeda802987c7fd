package app.barker.token;

import app.barker.signin.SignIns;
import app.barker.signin.SignInsEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What has ended of late, as long as something that hangs on it could still look alive. A read asks this list instead of the
 * database. What ends on this node is here at once, what ends on another one within {@link #LOOK_MILLIS}.
 */
@Component
public class EndedParents {

    private static final Logger LOG = LoggerFactory.getLogger(EndedParents.class);

    private static final long LOOK_MILLIS = 2_000;

    /** The clocks of the nodes may differ by so much, and a commit may take so long. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SignIns signIns;
    private final ApiTokenTable tokens;
    private final Duration kept;
    private final Clock clock;
    private final Map<Parent, Instant> ended = new ConcurrentHashMap<>();
    private Instant lastLook;

    EndedParents(SignIns signIns, ApiTokenTable tokens, TokenSettings settings, Clock clock) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.kept = settings.jwtLasts().plus(MARGIN);
        this.clock = clock;
        // What ended before this start, too.
        this.lastLook = clock.instant().minus(kept);
    }

    /** Whether it is known here to have ended. */
    public boolean has(Parent parent) {
        return ended.containsKey(parent);
    }

    @TransactionalEventListener
    void note(SignInsEnded event) {
        event.signInIds().forEach(id -> note(Parent.signIn(id)));
    }

    @TransactionalEventListener
    void note(TokensEnded event) {
        event.tokenIds().forEach(id -> note(Parent.token(id)));
    }

    private void note(Parent parent) {
        ended.put(parent, clock.instant());
    }

    @Scheduled(fixedDelay = LOOK_MILLIS)
    void learnFromOthers() {
        try {
            Instant begun = clock.instant();
            signIns.endedSince(lastLook.minus(MARGIN)).forEach(id -> ended.putIfAbsent(Parent.signIn(id), begun));
            tokens.endedSince(lastLook.minus(MARGIN)).forEach(id -> ended.putIfAbsent(Parent.token(id), begun));
            lastLook = begun;
            ended.values().removeIf(at -> at.isBefore(begun.minus(kept).minus(MARGIN)));
        } catch (DataAccessException | TransactionException away) {
            // The next look reaches back to the last one that worked.
            LOG.warn("What has ended elsewhere could not be read: {}", away.toString());
        }
    }
}
