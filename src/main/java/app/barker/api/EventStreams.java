package app.barker.api;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import app.barker.live.Doorbell;
import app.barker.shared.LimitReached;
import app.barker.timeline.LiveBarks;
import app.barker.timeline.Timeline;
import app.barker.token.Credential;
import app.barker.token.EndedParents;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open event streams. Each reads for itself what is new for its reader, when the doorbell has rung, and ends with the
 * credential that it was opened with: within a second after its end is known here.
 */
@Component
class EventStreams implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private static final int MOST_AT_ONCE = 100;

    private static final int MOST_REMEMBERED = 5 * MOST_AT_ONCE;

    /** Whoever has gone without a word is found out by then. */
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(15);

    private final Timeline timeline;
    private final EndedParents ended;
    private final ApiSettings settings;
    private final Clock clock;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Doorbell.Listening listening;

    EventStreams(LiveBarks live, Timeline timeline, EndedParents ended, ApiSettings settings, Clock clock) {
        this.timeline = timeline;
        this.ended = ended;
        this.settings = settings;
        this.clock = clock;
        // On the doorbell's thread: nothing is read here.
        this.listening = live.listen(changes -> streams.forEach(Stream::tellSoon));
    }

    /**
     * Begins a stream.
     *
     * @param over what ends it besides the credential's row
     * @param here where the reader has this Barker
     * @throws LimitReached when the person has as many as one may have
     */
    SseEmitter open(Credential credential, BooleanSupplier over, Optional<Cursor> lastId, String here) {
        Stream stream = new Stream(credential, over, here);
        synchronized (this) {
            long own = streams.stream()
                    .filter(each -> each.viewer().id() == credential.viewer().id())
                    .count();
            if (own >= settings.streams()) {
                throw new LimitReached(SIGN_OF_LIFE_EVERY);
            }
            streams.add(stream);
        }
        try {
            stream.begin(lastId);
        } catch (RuntimeException notBegun) {
            // It would count for ever among those that its reader may have.
            streams.remove(stream);
            throw notBegun;
        }
        return stream.emitter;
    }

    @Scheduled(fixedDelay = 1_000)
    void endWhatIsOver() {
        Instant now = clock.instant();
        streams.stream().filter(stream -> stream.isOver(now)).forEach(stream -> threads.execute(stream::end));
        streams.stream()
                .filter(stream -> stream.lastSign.plus(SIGN_OF_LIFE_EVERY).isBefore(now))
                .forEach(stream -> threads.execute(stream::giveSignOfLife));
    }

    @Override
    public void destroy() {
        listening.stop();
        streams.forEach(Stream::end);
        threads.shutdownNow();
    }

    /** One of them. What it sends it sends one after the other. */
    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(0L);
        private final Credential credential;
        private final BooleanSupplier over;
        private final String here;

        /** What came before; ids are given out before the commit, so one may come later than a greater one. */
        private final NavigableSet<Long> sent = new TreeSet<>();

        private final AtomicBoolean waiting = new AtomicBoolean();
        private long floor;
        private volatile Instant lastSign = clock.instant();

        Stream(Credential credential, BooleanSupplier over, String here) {
            this.credential = credential;
            this.over = over;
            this.here = here;
            emitter.onCompletion(() -> streams.remove(this));
            emitter.onError(gone -> streams.remove(this));
        }

        Viewer viewer() {
            return credential.viewer();
        }

        boolean isOver(Instant now) {
            return over.getAsBoolean() || ended.has(credential.parent()) || !now.isBefore(credential.expiresAt());
        }

        synchronized void begin(Optional<Cursor> lastId) {
            floor = lastId.map(Cursor::entryId)
                    .orElseGet(() -> home().barks().stream()
                            .mapToLong(BarkCard::entryId)
                            .max()
                            .orElse(0));
            if (lastId.isPresent()) {
                tellNews();
            } else {
                giveSignOfLife();
            }
        }

        /** A reader who takes long has one look waiting, not one for each ring. */
        void tellSoon() {
            if (waiting.compareAndSet(false, true)) {
                threads.execute(this::tellWaiting);
            }
        }

        private synchronized void tellWaiting() {
            waiting.set(false);
            tellNews();
        }

        private synchronized void tellNews() {
            if (isOver(clock.instant())) {
                end();
                return;
            }
            try {
                List<BarkCard> news = new ArrayList<>(home().barks().stream()
                        .filter(bark -> bark.entryId() > floor && !sent.contains(bark.entryId()))
                        .toList());
                for (BarkCard bark : news.reversed()) {
                    send(SseEmitter.event()
                            .id(String.valueOf(bark.entryId()))
                            .name("bark")
                            .data(ApiBark.of(bark, here), MediaType.APPLICATION_JSON));
                    remember(bark.entryId());
                }
            } catch (DataAccessException | TransactionException away) {
                // The next ring asks again from the same place.
                LOG.warn("An event stream could not read what is new: {}", away.toString());
            }
        }

        private void remember(long entryId) {
            sent.add(entryId);
            if (sent.size() > MOST_REMEMBERED) {
                floor = Math.max(floor, Objects.requireNonNull(sent.pollFirst()));
            }
        }

        synchronized void giveSignOfLife() {
            send(SseEmitter.event().comment("here"));
        }

        void end() {
            streams.remove(this);
            emitter.complete();
        }

        private BarkPage home() {
            return timeline.home(viewer(), Timeline.NEWEST, MOST_AT_ONCE);
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
                lastSign = clock.instant();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("The reader of an event stream has gone", gone);
                streams.remove(this);
                emitter.completeWithError(gone);
            }
        }
    }
}
