package app.barker.signin;

import app.barker.account.LanguageChosen;
import app.barker.shared.PageLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The servlet sessions of this node in which somebody is logged in. Takes them down when their sign-in has ended. */
@Component
public class OpenSessions implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    private final Map<Long, Set<OpenSession>> bySignIn = new ConcurrentHashMap<>();
    private final ObjectProvider<SessionEnding> endings;

    /** Its threads hold no page's lock: whoever ends somebody else's session never waits for that one's pages. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    OpenSessions(ObjectProvider<SessionEnding> endings) {
        this.endings = endings;
    }

    void add(OpenSession session) {
        bySignIn.compute(session.signedIn().signInId(), (id, sessions) -> {
            Set<OpenSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
            all.add(session);
            return all;
        });
    }

    void remove(OpenSession session) {
        bySignIn.computeIfPresent(session.signedIn().signInId(), (id, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Of one person, on this node. */
    public List<OpenSession> of(long accountId) {
        return all().filter(session -> session.signedIn().viewer().id() == accountId)
                .toList();
    }

    Stream<OpenSession> all() {
        return bySignIn.values().stream().flatMap(Collection::stream);
    }

    boolean has(long signInId) {
        return bySignIn.containsKey(signInId);
    }

    @TransactionalEventListener
    void takeDown(SignInsEnded ended) {
        ended.signInIds().forEach(id -> takeDown(id, ended.why()));
    }

    /** A person's pages elsewhere follow with the next that is loaded. */
    @TransactionalEventListener
    void speak(LanguageChosen chosen) {
        of(chosen.accountId()).forEach(session -> {
            try {
                PageLanguage.keepIn(session.session(), chosen.language());
            } catch (IllegalStateException gone) {
                LOG.trace("The session went meanwhile", gone);
            }
        });
    }

    void takeDown(long signInId, SignInEnd why) {
        bySignIn.getOrDefault(signInId, Set.of()).forEach(session -> endSoon(session, why));
    }

    void endSoon(OpenSession session, SignInEnd why) {
        if (session.beginsToEnd()) {
            threads.execute(() -> end(session, why));
        }
    }

    /**
     * For a request that ends its own session: ends the row, and then tells the pages. The caller invalidates the session right
     * after; a page that is told too early would load the log-in page in a session that is about to go.
     */
    void sayGoodbye(OpenSession session, SignInEnd why, Runnable endRow) {
        if (session.beginsToEnd()) {
            endRow.run();
            tellPages(session, why);
        }
    }

    private void end(OpenSession session, SignInEnd why) {
        tellPages(session, why);
        try {
            session.session().invalidate();
        } catch (IllegalStateException already) {
            LOG.trace("The session was gone already", already);
        }
    }

    private void tellPages(OpenSession session, SignInEnd why) {
        try {
            endings.forEach(ending -> ending.beforeEnd(session.session(), why, session.isRemembered()));
        } catch (RuntimeException deaf) {
            // What cannot be told must not keep the session alive.
            LOG.warn("The pages of a session could not be told of its end", deaf);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
