package app.barker.signin;

import app.barker.shared.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers that people have logged in with before, by a random text that the browser keeps. It opens nothing: it spares its
 * owner the waits that strangers cause by guessing at the same name (OWASP's "device cookies").
 */
@Component
class KnownBrowsers {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isKnown(String username, String token) {
        return jdbc.sql("""
                        select count(*) from known_browsers b join users u on u.id = b.account_id
                        where u.username = ? and b.token_hash = ?""")
                        .params(username.toLowerCase(Locale.ROOT), Secret.hash(token))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void remember(long accountId, String token) {
        Timestamp now = Timestamp.from(clock.instant());
        String hash = Secret.hash(token);
        int known = jdbc.sql("update known_browsers set last_at = ? where account_id = ? and token_hash = ?")
                .params(now, accountId, hash)
                .update();
        if (known == 0) {
            jdbc.sql("insert into known_browsers (account_id, token_hash, last_at) values (?, ?, ?)")
                    .params(accountId, hash, now)
                    .update();
        }
    }
}
