package app.barker.token;

import app.barker.account.AccountGone;
import app.barker.account.AccountService;
import app.barker.account.PersonStanding;
import app.barker.signin.EverySignInEnded;
import app.barker.signin.Origin;
import app.barker.signin.OtherCredentials;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** API tokens: making them, knowing them again, ending them. Made and seen by their owner in a browser alone. */
@Service
public class ApiTokens implements OtherCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);

    /** A busy program uses its token many times a second; the row need not know that so exactly. */
    private static final Duration USED_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final ApiTokenTable table;
    private final AccountService accounts;
    private final SignIns signIns;
    private final SecurityLog log;
    private final TokenSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiTokens(
            ApiTokenTable table,
            AccountService accounts,
            SignIns signIns,
            SecurityLog log,
            TokenSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.signIns = signIns;
        this.log = log;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of the wish for one. */
    public sealed interface Result {

        /**
         * It counts from now on.
         *
         * @param secret the token itself, which is nowhere else
         */
        record Made(long id, String secret) implements Result {}

        record Refused(TokenProblem problem) implements Result {}
    }

    /**
     * Makes one for oneself.
     *
     * @throws ProofNeeded when the password has to be typed again first
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public Result make(SignedIn me, NewToken wanted) {
        Origin from = signIns.requireProof(me);
        long owner = me.viewer().id();
        // Alone, so that two at once do not both count one too few.
        accounts.lockAlone(me.viewer());
        Instant now = clock.instant();
        Optional<TokenProblem> problem = wanted.problem(now, now.plus(settings.longest()))
                .or(() -> mayGive(owner, wanted) ? Optional.empty() : Optional.of(TokenProblem.NOT_AN_ADMINISTRATOR))
                .or(() -> table.openOf(owner, now).size() >= settings.most()
                        ? Optional.of(TokenProblem.TOO_MANY)
                        : Optional.empty());
        if (problem.isPresent()) {
            return new Result.Refused(problem.get());
        }
        String secret = TokenText.draw();
        long id = table.insert(owner, wanted.name(), wanted.scopes(), secret, false, now, wanted.expiresAt());
        log.write(SecurityLog.Entry.of(SecurityEventKind.TOKEN_MADE, from)
                .about(owner)
                .by(owner)
                .detail(wanted.name()));
        return new Result.Made(id, secret);
    }

    /** As they stand now: the session may know of a role that was taken a moment ago. */
    private boolean mayGive(long owner, NewToken wanted) {
        return Scope.OF_EVERYONE.containsAll(wanted.scopes())
                || accounts.standingOf(owner)
                        .filter(PersonStanding::isAdministrator)
                        .isPresent();
    }

    /**
     * One that only reads, for the page that shows how credentials live and die; in no list and no history.
     *
     * @throws ProofNeeded when the password has to be typed again first
     */
    @Transactional
    public Result.Made makeForLab(SignedIn me, Duration lasts) {
        signIns.requireProof(me);
        String secret = TokenText.draw();
        Instant now = clock.instant();
        long id = table.insert(me.viewer().id(), "", EnumSet.of(Scope.READ), secret, true, now, now.plus(lasts));
        return new Result.Made(id, secret);
    }

    /** Ends one of those. */
    @Transactional
    public void endForLab(SignedIn me, long id) {
        end(me.viewer().id(), List.of(id), TokenEnd.LAB_OVER);
    }

    /** One's own that can be used, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> of(SignedIn me) {
        return table.openOf(me.viewer().id(), clock.instant());
    }

    /** How long one may last at most. */
    public Duration longest() {
        return settings.longest();
    }

    /** How long before its end its owner is told. */
    public Duration announceEnd() {
        return settings.announceEnd();
    }

    /**
     * Ends one of one's own. Needs no proof: whoever has seen a token leak must not look for a password first. When this has
     * returned nothing that it writes is accepted any more.
     *
     * @throws TokenNotFound when there is none, or it is another person's, or has ended
     */
    @Transactional
    public void revoke(SignedIn me, long id) {
        Origin from = signIns.originOf(me);
        // Alone: what it writes right now is committed before.
        accounts.lockAlone(me.viewer());
        String name = table.openOf(me.viewer().id(), clock.instant()).stream()
                .filter(token -> token.id() == id)
                .map(ApiToken::name)
                .findFirst()
                .orElseThrow(TokenNotFound::new);
        end(me.viewer().id(), List.of(id), TokenEnd.REVOKED);
        log.write(SecurityLog.Entry.of(SecurityEventKind.TOKEN_REVOKED, from)
                .about(me.viewer().id())
                .by(me.viewer().id())
                .detail(name));
    }

    /**
     * Whom a token, which may be anything, stands for; empty when it opens nothing (any more). Notes that it was used.
     *
     * @param address from where
     */
    public Optional<Credential> find(String token, String address) {
        if (!TokenText.isOne(token)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiTokenTable.Found> found = table.find(token, now);
        found.filter(each -> each.lastUsedAt() == null
                        || each.lastUsedAt().plus(USED_AT_MOST_EVERY).isBefore(now))
                .ifPresent(each -> table.used(each.id(), now, address));
        return found.map(each -> new Credential(
                Credential.Kind.TOKEN,
                each.owner(),
                Parent.token(each.id()),
                Scope.within(each.scopes(), each.owner().role()),
                each.expiresAt()));
    }

    @Override
    public List<String> namesOf(SignedIn me) {
        return of(me).stream().map(ApiToken::name).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endWithPassword(SignedIn me) {
        endAll(me.viewer().id(), TokenEnd.PASSWORD_CHANGED);
    }

    /** Whoever is banned, has closed the account or has lost the password keeps no way in. */
    @EventListener
    void endWith(EverySignInEnded ended) {
        switch (ended.why()) {
            case BANNED -> endAll(ended.accountId(), TokenEnd.BANNED);
            case CLOSED -> endAll(ended.accountId(), TokenEnd.CLOSED);
            case PASSWORD_RESET -> endAll(ended.accountId(), TokenEnd.PASSWORD_RESET);
            default -> {}
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void announceEnds() {
        try {
            Instant now = clock.instant();
            table.endingBefore(now.plus(settings.announceEnd()), now)
                    .forEach(id -> transaction.executeWithoutResult(tx -> table.announceEnd(id)
                            .ifPresent(token ->
                                    log.write(SecurityLog.Entry.of(SecurityEventKind.TOKEN_ENDS_SOON, Origin.NOWHERE)
                                            .about(token.accountId())
                                            .detail(token.name())
                                            .tell()))));
            transaction.executeWithoutResult(tx -> table.forget(now.minus(settings.keepEnded())));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The API tokens could not be looked through: {}", away.toString());
        }
    }

    private void endAll(long accountId, TokenEnd why) {
        end(accountId, table.allOpenOf(accountId, clock.instant()), why);
    }

    private void end(long accountId, List<Long> ids, TokenEnd why) {
        List<Long> ended = ids.stream()
                .filter(id -> table.end(accountId, id, clock.instant(), why))
                .toList();
        if (!ended.isEmpty()) {
            events.publishEvent(new TokensEnded(ended));
        }
    }
}
