package app.barker.token;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.shared.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of API tokens. Open are those that nobody has ended and whose time is not over. */
@Component
class ApiTokenTable {

    private static final String OPEN = " ended_at is null and expires_at > :now ";

    private final JdbcClient jdbc;

    ApiTokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands behind a secret: whose it is, now. */
    record Found(
            long id,
            Viewer owner,
            Set<Scope> scopes,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A row of whoever it belongs to. */
    record Owned(long accountId, String name) {}

    long insert(
            long accountId,
            String name,
            Set<Scope> scopes,
            String secret,
            boolean forLab,
            Instant now,
            Instant expiresAt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into api_tokens (account_id, name, scopes, hint, secret_hash, created_at, expires_at,
                            last_used_from, end_announced, for_lab)
                        values (?, ?, ?, ?, ?, ?, ?, '', ?, ?)""")
                .params(
                        accountId,
                        name,
                        Scope.join(scopes),
                        TokenText.hintOf(secret),
                        Secret.hash(secret),
                        Timestamp.from(now),
                        Timestamp.from(expiresAt),
                        // Nobody waits for the end of one that lasts for minutes.
                        forLab,
                        forLab)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The newest first, without those of the lab. */
    List<ApiToken> openOf(long accountId, Instant now) {
        return jdbc.sql("select * from api_tokens where account_id = :account and not for_lab and" + OPEN
                        + "order by id desc")
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .query((row, number) -> token(row))
                .list();
    }

    /** As long as it is open and its owner may log in. */
    Optional<Found> find(String secret, Instant now) {
        return jdbc.sql("""
                        select t.id, t.scopes, t.expires_at, t.last_used_at, u.id as owner_id, u.username, u.role
                        from api_tokens t join users u on u.id = t.account_id
                        where t.secret_hash = :hash and t.ended_at is null and t.expires_at > :now
                            and u.banned_at is null and u.closed_at is null""")
                .param("hash", Secret.hash(secret))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        new Viewer(
                                row.getLong("owner_id"),
                                row.getString("username"),
                                Role.valueOf(row.getString("role"))),
                        Scope.split(row.getString("scopes")),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row, "last_used_at").orElse(null)))
                .optional();
    }

    boolean isOpen(long id, Instant now) {
        return jdbc.sql("select count(*) from api_tokens where id = :id and" + OPEN)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void used(long id, Instant now, String address) {
        jdbc.sql("update api_tokens set last_used_at = ?, last_used_from = ? where id = ?")
                .params(Timestamp.from(now), address, id)
                .update();
    }

    /** False when it is not this person's, or has ended. */
    boolean end(long accountId, long id, Instant now, TokenEnd why) {
        return jdbc.sql("""
                        update api_tokens set ended_at = :now, ended_why = :why
                        where id = :id and account_id = :account and ended_at is null and expires_at > :now""")
                        .param("now", Timestamp.from(now))
                        .param("why", why.name())
                        .param("id", id)
                        .param("account", accountId)
                        .update()
                == 1;
    }

    /** Those that {@link #openOf} leaves out, too. */
    List<Long> allOpenOf(long accountId, Instant now) {
        return jdbc.sql("select id from api_tokens where account_id = :account and" + OPEN)
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Long> endedSince(Instant since) {
        return jdbc.sql("select id from api_tokens where ended_at >= ?")
                .param(Timestamp.from(since))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Those whose end comes before then, each once: of several who ask, one is given it. */
    Optional<Owned> announceEnd(long id) {
        return jdbc.sql("update api_tokens set end_announced = true where id = ? and not end_announced")
                                .param(id)
                                .update()
                        == 1
                ? jdbc.sql("select account_id, name from api_tokens where id = ?")
                        .param(id)
                        .query((row, number) -> new Owned(row.getLong(1), row.getString(2)))
                        .optional()
                : Optional.empty();
    }

    List<Long> endingBefore(Instant end, Instant now) {
        return jdbc.sql("select id from api_tokens where expires_at < :end and not end_announced and" + OPEN)
                .param("end", Timestamp.from(end))
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    void forget(Instant endedBefore) {
        jdbc.sql("delete from api_tokens where ended_at < :before or expires_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Scope.split(row.getString("scopes")),
                row.getString("hint"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "last_used_at"),
                row.getString("last_used_from"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
