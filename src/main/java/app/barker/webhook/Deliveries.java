package app.barker.webhook;

import app.barker.api.ApiBarks;
import app.barker.bark.BarkCard;
import app.barker.shared.FoldedText;
import app.barker.shared.Texts;
import app.barker.signin.Origin;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityLog;
import app.barker.timeline.Timeline;
import app.barker.webhook.DeliveryTable.Claimed;
import app.barker.webhook.Sender.Answer;
import app.barker.webhook.WebhookTable.Hook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out whom new barks concern, and sends what is due: one message of a webhook after the other, many webhooks at once. All
 * of it stands in rows, so a server that dies loses nothing: what it had begun is begun anew when its lease is over, and may then
 * arrive twice, with the same id.
 */
@Component
class Deliveries implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** Between one attempt and the next; after the last one it is given up. Most of a night, if somebody has to get up for it. */
    static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(8));

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int BARKS_AT_ONCE = 100;

    private final WebhookTable webhooks;
    private final DeliveryTable table;
    private final Timeline timeline;
    private final ApiBarks barks;
    private final Sender sender;
    private final SecurityLog log;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Deliveries(
            WebhookTable webhooks,
            DeliveryTable table,
            Timeline timeline,
            ApiBarks barks,
            Sender sender,
            SecurityLog log,
            WebhookSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.table = table;
        this.timeline = timeline;
        this.barks = barks;
        this.sender = sender;
        this.log = log;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Waits for no other server. */
    @Scheduled(
            fixedDelayString = "${barker.webhooks.look-every:PT2S}",
            initialDelayString = "${barker.webhooks.look-every:PT2S}")
    void look() {
        try {
            table.notedBarks(BARKS_AT_ONCE).forEach(this::spread);
            int free = settings.atOnce() - busy.size();
            if (free > 0) {
                table.waiting(clock.instant(), busy, free).forEach(this::begin);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("It could not be read what webhooks have to send: {}", away.toString());
        }
    }

    /** Whether nothing is being sent from here. */
    boolean isIdle() {
        return busy.isEmpty();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        try {
            table.forget(clock.instant().minus(settings.keepDeliveries()));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What webhooks have sent could not be forgotten: {}", away.toString());
        }
    }

    /** Makes a delivery of it for each webhook that wants it. */
    private void spread(long barkId) {
        transaction.executeWithoutResult(tx -> {
            if (table.takeBark(barkId)) {
                webhooks.watching(barkId).stream()
                        .filter(hook -> wanted(hook, barkId).isPresent())
                        .forEach(hook -> table.insert(hook.webhook().id(), Optional.of(barkId), clock.instant()));
            }
        });
    }

    /** The bark as the owner of a webhook may and wants to read it, now; asked again before it is sent. */
    private Optional<BarkCard> wanted(Hook hook, long barkId) {
        Optional<BarkCard> card = hook.webhook().watched() instanceof Watched.OfPerson
                ? timeline.onProfile(hook.owner(), barkId)
                : timeline.listed(hook.owner(), barkId);
        FoldedText word = new FoldedText(hook.webhook().word());
        return card.filter(bark -> word.isEmpty() || new FoldedText(bark.text()).contains(word));
    }

    private void begin(long webhookId) {
        if (busy.add(webhookId)) {
            threads.execute(() -> serve(webhookId));
        }
    }

    /** As long as there is something to send, and it arrives. */
    private void serve(long webhookId) {
        try {
            boolean goOn = true;
            while (goOn && !stopping) {
                goOn = claim(webhookId).filter(this::attempt).isPresent();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A webhook could not be served: {}", away.toString());
        } finally {
            busy.remove(webhookId);
        }
    }

    private Optional<Claimed> claim(long webhookId) {
        Instant now = clock.instant();
        return table.claim(webhookId, now, now.plus(LEASE));
    }

    /** False when it did not arrive. */
    private boolean attempt(Claimed claimed) {
        Optional<Hook> hook = webhooks.find(claimed.webhookId());
        Optional<String> body = hook.flatMap(each -> body(each, claimed));
        if (body.isEmpty()) {
            table.end(claimed.id(), Delivery.State.DROPPED, 0, Optional.empty());
            return true;
        }
        Answer answer = send(hook.get(), claimed, body.get());
        transaction.executeWithoutResult(tx -> settle(hook.get(), claimed, answer));
        return answer.isYes();
    }

    private Optional<String> body(Hook hook, Claimed claimed) {
        if (claimed.barkId().isEmpty()) {
            String text = Texts.in(Locale.ROOT).getString("webhooks.example");
            return Optional.of(barks.example(hook.owner(), text, clock.instant()));
        }
        return hook.webhook().off().isPresent()
                ? Optional.empty()
                : claimed.barkId().flatMap(id -> wanted(hook, id)).map(bark -> barks.json(bark, hook.barkerAddress()));
    }

    private Answer send(Hook hook, Claimed claimed, String body) {
        long seconds = clock.instant().getEpochSecond();
        return sender.send(new Sender.Message(
                URI.create(hook.webhook().address()),
                claimed.messageId(),
                seconds,
                hook.secret().sign(claimed.messageId(), seconds, body),
                body));
    }

    private void settle(Hook hook, Claimed claimed, Answer answer) {
        long webhookId = hook.webhook().id();
        if (answer.isYes()) {
            table.end(claimed.id(), Delivery.State.DELIVERED, answer.status(), Optional.empty());
            webhooks.works(webhookId);
            return;
        }
        Instant now = clock.instant();
        if (claimed.barkId().isEmpty() || claimed.attempt() > WAITS.size()) {
            // Who tests is waiting for the answer, not for a better one.
            table.end(claimed.id(), Delivery.State.GIVEN_UP, answer.status(), answer.problem());
        } else {
            table.tryAgain(claimed.id(), now.plus(WAITS.get(claimed.attempt() - 1)), answer.status(), answer.problem());
        }
        boolean forLong = webhooks.fails(webhookId, now)
                .filter(since -> !since.plus(settings.pauseAfter()).isAfter(now))
                .isPresent();
        if (answer.status() == HttpStatus.GONE.value()) {
            pause(hook, Off.GONE, now);
        } else if (forLong) {
            pause(hook, Off.FAILING, now);
        }
    }

    private void pause(Hook hook, Off why, Instant now) {
        if (webhooks.turnOff(hook.webhook().id(), why, now)) {
            table.dropWaiting(hook.webhook().id());
            log.write(SecurityLog.Entry.of(SecurityEventKind.WEBHOOK_PAUSED, Origin.NOWHERE)
                    .about(hook.owner().id())
                    .detail(Webhooks.serverOf(hook.webhook().address()))
                    .tell());
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        threads.shutdown();
    }
}
