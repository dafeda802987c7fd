package app.barker.signin;

import app.barker.shared.IncidentCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Gives refused log-ins their codes, and writes down under these what really happened. */
@Component
class Refusals {

    /** Of one network and minute. A flood beyond them is in the log alone, or it would fill the database. */
    private static final int MOST_ROWS = 60;

    private static final int MOST_NETWORKS = 10_000;

    private final SecurityLog log;
    private final Cache<NetworkAddress, AtomicInteger> rowsOfTheMinute;

    Refusals(SecurityLog log, Clock clock) {
        this.log = log;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.rowsOfTheMinute = Caffeine.newBuilder()
                .maximumSize(MOST_NETWORKS)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
    }

    /** @param accountId whose name was tried; empty where nobody has it */
    SignInRefused because(Refusal cause, OptionalLong accountId, Origin from) {
        String code = IncidentCode.draw().value();
        SecurityLog.Entry entry = SecurityLog.Entry.of(SecurityEventKind.SIGN_IN_REFUSED, from)
                .detail(cause.name())
                .code(code);
        accountId.ifPresent(entry::about);
        int rows =
                rowsOfTheMinute.get(from.network(), any -> new AtomicInteger()).incrementAndGet();
        if (rows <= MOST_ROWS) {
            log.write(entry);
        } else {
            log.logOnly(entry);
        }
        return new SignInRefused(code);
    }
}
