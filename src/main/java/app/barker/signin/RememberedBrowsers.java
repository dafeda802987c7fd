package app.barker.signin;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.shared.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins that their browser may take up again without a password. The browser's cookie is {@code selector.verifier}; the
 * verifier changes at each use. A new one counts as arrived when it comes back; until then the one before still counts, so
 * that an answer that got lost, or ten requests at once, log nobody out. One that was used up comes back only from a copy:
 * the sign-in ends, and its owner is told.
 */
@Service
class RememberedBrowsers {

    /** For how long requests that were sent together may arrive one after the other. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Two of {@link Secret#draw}. */
    private static final Pattern COOKIE = Pattern.compile("[\\w-]{22}\\.[\\w-]{22}");

    private final JdbcClient jdbc;
    private final SignInRepository signIns;
    private final SignIns ending;
    private final AccountService accounts;
    private final Clock clock;

    RememberedBrowsers(
            JdbcClient jdbc, SignInRepository signIns, SignIns ending, AccountService accounts, Clock clock) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.ending = ending;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A sign-in that goes on.
     *
     * @param lastSeen when its person was last seen before, wherever
     * @param newCookie where the browser is to keep another value from now on
     */
    record Resumed(
            SignedIn signedIn,
            Instant begunAt,
            Instant expiresAt,
            Optional<Instant> lastSeen,
            Optional<String> newCookie) {}

    /** The value of the cookie for a sign-in that has just begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    String remember(long signInId) {
        String selector = Secret.draw();
        String verifier = Secret.draw();
        jdbc.sql("insert into remembered_browsers (sign_in_id, selector, current_hash) values (?, ?, ?)")
                .param(signInId)
                .param(selector)
                .param(Secret.hash(verifier))
                .update();
        return selector + "." + verifier;
    }

    /** Empty when the cookie, which may be anything, opens nothing (any more). */
    @Transactional
    Optional<Resumed> resume(String cookie, Origin from) {
        if (!COOKIE.matcher(cookie).matches()) {
            return Optional.empty();
        }
        int dot = cookie.indexOf('.');
        String selector = cookie.substring(0, dot);
        String presented = Secret.hash(cookie.substring(dot + 1));
        Instant now = clock.instant();
        Optional<Row> row = lock(selector);
        Optional<SignIn> signIn =
                row.flatMap(each -> signIns.lockAlone(each.signInId)).filter(each -> each.isOpenAt(now));
        if (row.isEmpty() || signIn.isEmpty()) {
            return Optional.empty();
        }
        if (!row.get().accepts(presented, now)) {
            ending.end(signIn.get().accountId(), signIn.get().id(), SignInEnd.REPLAYED, from);
            return Optional.empty();
        }
        return accounts.findActive(signIn.get().accountId())
                .map(viewer -> resume(signIn.get(), viewer, row.get().newVerifierFor(presented, now), selector, from));
    }

    private Resumed resume(SignIn signIn, Viewer viewer, Optional<Row> changed, String selector, Origin from) {
        Optional<Instant> lastSeen = ending.lastSeen(viewer);
        signIn.resumeAt(clock.instant(), from);
        changed.ifPresent(this::store);
        return new Resumed(
                new SignedIn(viewer, signIn.id()),
                signIn.createdAt(),
                signIn.expiresAt(),
                lastSeen,
                changed.map(row -> selector + "." + row.fresh));
    }

    private Optional<Row> lock(String selector) {
        return jdbc.sql("""
                        select sign_in_id, current_hash, next_hash, offered_at, former_hash, used_up_at
                        from remembered_browsers where selector = ? for update""").param(selector).query((row, number) -> Row.of(row)).optional();
    }

    private void store(Row row) {
        jdbc.sql("""
                        update remembered_browsers set current_hash = ?, next_hash = ?, offered_at = ?, former_hash = ?,
                            used_up_at = ? where sign_in_id = ?""")
                .param(row.current)
                .param(row.next)
                .param(timestamp(row.offeredAt))
                .param(row.former)
                .param(timestamp(row.usedUpAt))
                .param(row.signInId)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    /** @param fresh the verifier of {@code next}, where it was drawn just now; empty otherwise */
    private record Row(
            long signInId,
            String current,
            @Nullable String next,
            @Nullable Instant offeredAt,
            @Nullable String former,
            @Nullable Instant usedUpAt,
            String fresh) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    instant(row.getTimestamp(4)),
                    row.getString(5),
                    instant(row.getTimestamp(6)),
                    "");
        }

        private static @Nullable Instant instant(@Nullable Timestamp time) {
            return time == null ? null : time.toInstant();
        }

        boolean accepts(String presented, Instant now) {
            return presented.equals(current)
                    || presented.equals(next)
                    || (presented.equals(former) && isWithinGrace(usedUpAt, now));
        }

        /** Empty for a request that was sent together with the one that got the new verifier. */
        Optional<Row> newVerifierFor(String presented, Instant now) {
            String verifier = Secret.draw();
            String hash = Secret.hash(verifier);
            if (presented.equals(next)) {
                return Optional.of(new Row(signInId, presented, hash, now, current, now, verifier));
            }
            if (presented.equals(current) && !isWithinGrace(offeredAt, now)) {
                return Optional.of(new Row(signInId, current, hash, now, former, usedUpAt, verifier));
            }
            return Optional.empty();
        }

        private static boolean isWithinGrace(@Nullable Instant begun, Instant now) {
            return begun != null && now.isBefore(begun.plus(GRACE));
        }
    }
}
