package app.barker.webhook;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.RichText;
import app.barker.follow.Readers;
import app.barker.shared.Allowance;
import app.barker.shared.LimitReached;
import app.barker.signin.EverySignInEnded;
import app.barker.signin.Origin;
import app.barker.signin.OtherCredentials;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One's webhooks: making them, turning them on and off, seeing what they have sent. By their owner in a browser alone. */
@Service
public class Webhooks implements OtherCredentials {

    /** Of one webhook, on the page. */
    static final int DELIVERIES_SHOWN = 5;

    private final WebhookTable table;
    private final DeliveryTable deliveries;
    private final AccountService accounts;
    private final Readers readers;
    private final SignIns signIns;
    private final SecurityLog log;
    private final WebhookSettings settings;
    private final Allowance allowance;
    private final Clock clock;

    Webhooks(
            WebhookTable table,
            DeliveryTable deliveries,
            AccountService accounts,
            Readers readers,
            SignIns signIns,
            SecurityLog log,
            WebhookSettings settings,
            Clock clock) {
        this.table = table;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.readers = readers;
        this.signIns = signIns;
        this.log = log;
        this.settings = settings;
        this.allowance = new Allowance(settings.changesPerHour(), Duration.ofHours(1), clock);
        this.clock = clock;
    }

    /** What became of the wish for one. */
    public sealed interface Result {

        /**
         * It tells from now on.
         *
         * @param secret what it signs with, which is shown nowhere else
         */
        record Made(long id, String secret) implements Result {}

        record Refused(WebhookProblem problem) implements Result {}
    }

    /**
     * Makes one for oneself.
     *
     * @param here where the one who asks has this Barker: what is sent speaks of avatars there
     * @throws ProofNeeded when the password has to be typed again first
     * @throws LimitReached when too many were made and tested of late
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public Result make(SignedIn me, NewWebhook wanted, String here) {
        Origin from = signIns.requireProof(me);
        // Alone, so that two at once do not both count one too few.
        accounts.lockAlone(me.viewer());
        Optional<WebhookProblem> problem = wanted.problem(settings.allowHttp());
        if (problem.isPresent()) {
            return new Result.Refused(problem.get());
        }
        Optional<Watched> watched = watched(me.viewer(), wanted);
        if (watched.isEmpty()) {
            return new Result.Refused(
                    wanted.watches() == Watched.Kind.TAG ? WebhookProblem.NO_TAG : WebhookProblem.NOBODY);
        }
        if (table.of(me.viewer().id()).size() >= settings.most()) {
            return new Result.Refused(WebhookProblem.TOO_MANY);
        }
        allowance.take(me.viewer().id());
        SigningSecret secret = SigningSecret.draw();
        long id = table.insert(me.viewer().id(), wanted, watched.get(), secret, here, clock.instant());
        log.write(SecurityLog.Entry.of(SecurityEventKind.WEBHOOK_MADE, from)
                .about(me.viewer().id())
                .by(me.viewer().id())
                .detail(serverOf(wanted.address())));
        return new Result.Made(id, secret.text());
    }

    /** One's own, the newest first. */
    @Transactional(readOnly = true)
    public List<Webhook> of(SignedIn me) {
        return table.of(me.viewer().id());
    }

    /**
     * What one of one's own has sent of late, the newest first.
     *
     * @throws WebhookNotFound when there is none, or it is another person's
     */
    @Transactional(readOnly = true)
    public List<Delivery> deliveriesOf(SignedIn me, long id) {
        return deliveries.of(find(me, id).id(), DELIVERIES_SHOWN);
    }

    /** Whether addresses may begin with http. */
    public boolean allowHttp() {
        return settings.allowHttp();
    }

    /**
     * Lets one of one's own tell of what is new from now on.
     *
     * @throws WebhookNotFound when there is none, or it is another person's
     */
    @Transactional
    public void turnOn(SignedIn me, long id) {
        accounts.lockAlone(me.viewer());
        table.turnOn(find(me, id).id());
    }

    /**
     * Lets one of one's own tell of nothing; what waits is dropped.
     *
     * @throws WebhookNotFound when there is none, or it is another person's
     */
    @Transactional
    public void turnOff(SignedIn me, long id) {
        accounts.lockAlone(me.viewer());
        turnOff(find(me, id), Off.OWNER);
    }

    /**
     * Sends an example, also where it is off.
     *
     * @throws WebhookNotFound when there is none, or it is another person's
     * @throws LimitReached when too many were made and tested of late
     */
    @Transactional
    public void test(SignedIn me, long id) {
        accounts.lockAlone(me.viewer());
        long own = find(me, id).id();
        allowance.take(me.viewer().id());
        deliveries.insert(own, Optional.empty(), clock.instant());
    }

    /**
     * Deletes one of one's own. Needs no proof: whoever sees that one tells the wrong people must not look for a password first.
     *
     * @throws WebhookNotFound when there is none, or it is another person's
     */
    @Transactional
    public void delete(SignedIn me, long id) {
        Origin from = signIns.originOf(me);
        accounts.lockAlone(me.viewer());
        Webhook own = find(me, id);
        table.delete(own.id());
        log.write(SecurityLog.Entry.of(SecurityEventKind.WEBHOOK_REMOVED, from)
                .about(me.viewer().id())
                .by(me.viewer().id())
                .detail(serverOf(own.address())));
    }

    @Override
    public List<String> namesOf(SignedIn me) {
        return of(me).stream()
                .filter(webhook -> webhook.off().isEmpty())
                .map(webhook -> serverOf(webhook.address()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endWithPassword(SignedIn me) {
        turnAllOff(me.viewer().id(), Off.PASSWORD);
    }

    @EventListener
    void endWith(EverySignInEnded ended) {
        switch (ended.why()) {
            case BANNED -> turnAllOff(ended.accountId(), Off.BANNED);
            case PASSWORD_RESET -> turnAllOff(ended.accountId(), Off.PASSWORD);
            case CLOSED -> {
                table.deleteAllOf(ended.accountId());
                table.deleteThoseThatWatch(ended.accountId());
            }
            default -> {}
        }
    }

    /** The part of an address that is no secret. */
    static String serverOf(String address) {
        return URI.create(address).getHost();
    }

    private Optional<Watched> watched(Viewer me, NewWebhook wanted) {
        return switch (wanted.watches()) {
            case EVERYONE -> Optional.of(new Watched.Everyone());
            case MENTIONS -> Optional.of(new Watched.Mentions());
            case PERSON ->
                accounts.find(without('@', wanted.name()))
                        .filter(person -> !readers.rulesOf(me).isBlocked(person.id()))
                        .map(person -> new Watched.OfPerson(person.id(), person.username()));
            case TAG -> RichText.tag(without('#', wanted.name())).map(Watched.Tagged::new);
        };
    }

    private static String without(char sign, String name) {
        return name.indexOf(sign) == 0 ? name.substring(1) : name;
    }

    private void turnAllOff(long accountId, Off why) {
        table.of(accountId).forEach(webhook -> turnOff(webhook, why));
    }

    private void turnOff(Webhook webhook, Off why) {
        if (table.turnOff(webhook.id(), why, clock.instant())) {
            deliveries.dropWaiting(webhook.id());
        }
    }

    private Webhook find(SignedIn me, long id) {
        return table.of(me.viewer().id()).stream()
                .filter(webhook -> webhook.id() == id)
                .findFirst()
                .orElseThrow(WebhookNotFound::new);
    }
}
