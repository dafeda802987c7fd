package app.barker.signin;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what time ends, writes down who was seen, and learns what other nodes have ended. */
@Component
class SessionSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSweep.class);

    /** A person is seen each second; the row need not know that so exactly. */
    private static final Duration SEEN_AT_MOST_EVERY = Duration.ofMinutes(1);

    /** The clocks of the nodes may differ by so much, and a commit may take so long. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final OpenSessions open;
    private final SignIns signIns;
    private final SignInRepository rows;
    private final SessionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Long, Instant> writtenDown = new ConcurrentHashMap<>();
    private volatile Instant lastLook;

    SessionSweep(
            OpenSessions open,
            SignIns signIns,
            SignInRepository rows,
            SessionSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.open = open;
        this.signIns = signIns;
        this.rows = rows;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.lastLook = clock.instant();
    }

    /** Every second, in memory: an open page ends on time. */
    @Scheduled(fixedDelay = 1_000)
    void endWhatIsOver() {
        Instant now = clock.instant();
        open.all().filter(session -> isOver(session, now)).forEach(session -> end(session, now));
    }

    boolean isOver(OpenSession session, Instant now) {
        return !now.isBefore(session.idleEnd(settings.idle())) || !now.isBefore(session.expiresAt());
    }

    /** Of a remembered sign-in that was idle only this session ends: its browser may come back. */
    private void end(OpenSession session, Instant now) {
        SignInEnd why = now.isBefore(session.expiresAt()) ? SignInEnd.IDLE : SignInEnd.EXPIRED;
        open.endSoon(session, why);
        if (why == SignInEnd.EXPIRED || !session.isRemembered()) {
            SignedIn whose = session.signedIn();
            tryTo(() -> signIns.end(whose.viewer().id(), whose.signInId(), why, Origin.NOWHERE));
        }
    }

    /** Every two seconds: what another node has ended is gone here within five. */
    @Scheduled(fixedDelay = 2_000)
    void learnFromOthers() {
        tryTo(() -> {
            Instant begun = clock.instant();
            rows.endedSince(lastLook.minus(MARGIN)).stream()
                    .filter(ended -> open.has(ended.getId()))
                    .forEach(ended -> open.takeDown(ended.getId(), ended.getWhy()));
            lastLook = begun;
        });
    }

    @Scheduled(fixedDelay = 5_000)
    void writeDownWhoWasSeen() {
        open.all().forEach(session -> {
            long id = session.signedIn().signInId();
            Instant seen = session.lastActAt();
            if (seen.isAfter(writtenDown.getOrDefault(id, session.begunAt()).plus(SEEN_AT_MOST_EVERY))) {
                tryTo(() -> {
                    transaction.executeWithoutResult(tx -> rows.seen(id, seen));
                    writtenDown.put(id, seen);
                });
            }
        });
        writtenDown.keySet().removeIf(id -> !open.has(id));
    }

    /** Those that no session will end: their time is over, or the server that knew them was stopped. */
    @Scheduled(fixedDelay = 5_000)
    void endForgottenRows() {
        tryTo(() -> {
            Instant now = clock.instant();
            Instant unseenSince =
                    now.minus(settings.idle()).minus(SEEN_AT_MOST_EVERY).minus(MARGIN);
            rows.overdue(now, unseenSince).stream()
                    .filter(row -> !row.isOpenAt(now) || !open.has(row.id()))
                    .forEach(row -> signIns.end(
                            row.accountId(),
                            row.id(),
                            row.isOpenAt(now) ? SignInEnd.IDLE : SignInEnd.EXPIRED,
                            Origin.NOWHERE));
        });
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetWhatIsOld() {
        tryTo(() -> signIns.forgetOld());
    }

    /** The next sweep tries again; sessions end in memory all the same. */
    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The sign-ins could not be looked through: {}", away.toString());
        }
    }
}
