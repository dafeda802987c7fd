package app.barker.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what matters for security, each thing as a row for those whom it concerns and as a line in the log for whoever
 * watches the server. Neither holds a password, a token, a cookie, the id of a session or a name as it was typed.
 */
@Component
public class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("app.barker.security-events");

    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SecurityLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction: what it tells of and the row stand or fall together. */
    public void write(Entry entry) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into security_events (account_id, actor_id, kind, at, address, browser, operating_system,
                            attempt_code, detail, to_be_told)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.accountId)
                .param(entry.actorId)
                .param(entry.kind.name())
                .param(Timestamp.from(now))
                .param(entry.from.address())
                .param(entry.from.browser())
                .param(entry.from.operatingSystem())
                .param(entry.attemptCode)
                .param(entry.detail)
                .param(entry.toBeTold)
                .update();
        logOnly(entry);
    }

    /** For what comes too often for a row each. */
    void logOnly(Entry entry) {
        LOG.info(
                "event={} account={} actor={} from={} code={} detail=\"{}\"",
                entry.kind,
                entry.accountId,
                entry.actorId,
                entry.from.address(),
                entry.attemptCode,
                escaped(entry.detail));
    }

    /** What a person has typed must not look like a line of the log (OWASP ASVS 5.0, 16.4.1). */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                safe.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** What is to be written down; the time is added. */
    public static final class Entry {

        private final SecurityEventKind kind;
        private final Origin from;
        private @Nullable Long accountId;
        private @Nullable Long actorId;
        private @Nullable String attemptCode;
        private String detail = "";
        private boolean toBeTold;

        private Entry(SecurityEventKind kind, Origin from) {
            this.kind = kind;
            this.from = from;
        }

        public static Entry of(SecurityEventKind kind, Origin from) {
            return new Entry(kind, from);
        }

        /** Whose history it belongs to, and who did it. */
        public Entry about(long account) {
            accountId = account;
            return this;
        }

        public Entry by(long account) {
            actorId = account;
            return this;
        }

        public Entry detail(String text) {
            detail = text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
            return this;
        }

        public Entry code(String code) {
            attemptCode = code;
            return this;
        }

        /** The owner gets a notice on the page. */
        public Entry tell() {
            toBeTold = true;
            return this;
        }
    }
}
