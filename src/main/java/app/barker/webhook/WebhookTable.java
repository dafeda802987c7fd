package app.barker.webhook;

import app.barker.account.Role;
import app.barker.account.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of webhooks. */
@Component
class WebhookTable {

    /** With what is needed to send; of people who may log in. */
    private static final String HOOKS = """
            select w.*, p.username as person, u.id as owner_id, u.username as owner, u.role
            from webhooks w join users u on u.id = w.account_id and u.banned_at is null and u.closed_at is null
                left join users p on p.id = w.person_id
            """;

    private final JdbcClient jdbc;

    WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A webhook with what is needed to send.
     *
     * @param barkerAddress where its owner has this Barker, without a slash at the end
     */
    record Hook(Webhook webhook, Viewer owner, SigningSecret secret, String barkerAddress) {}

    long insert(long accountId, NewWebhook wanted, Watched watched, SigningSecret secret, String here, Instant now) {
        var key = new GeneratedKeyHolder();
        @Nullable Long person = watched instanceof Watched.OfPerson of ? of.accountId() : null;
        @Nullable String tag = watched instanceof Watched.Tagged tagged ? tagged.tag() : null;
        jdbc.sql("""
                        insert into webhooks (account_id, address, watches, person_id, tag, word, secret, barker_address, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(accountId)
                .param(wanted.address())
                .param(watched.kind().name())
                .param(person)
                .param(tag)
                .param(wanted.word().isEmpty() ? null : wanted.word())
                .param(secret.text())
                .param(here)
                .param(Timestamp.from(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The newest first. */
    List<Webhook> of(long accountId) {
        return jdbc.sql("select w.*, p.username as person from webhooks w left join users p on p.id = w.person_id"
                        + " where w.account_id = ? order by w.id desc")
                .param(accountId)
                .query((row, number) -> webhook(row))
                .list();
    }

    Optional<Hook> find(long id) {
        return jdbc.sql(HOOKS + " where w.id = ?")
                .param(id)
                .query((row, number) -> hook(row))
                .optional();
    }

    /** Those that are on and watch for such a bark; words and the rules of the owners are not looked at. */
    List<Hook> watching(long barkId) {
        return jdbc.sql(HOOKS + """
                         join barks b on b.id = :bark and b.text is not null and w.off_since is null and (
                            w.watches = 'EVERYONE'
                            or (w.watches = 'PERSON' and w.person_id = b.author_id)
                            or (w.watches = 'TAG' and exists (select 1 from tags t where t.bark_id = b.id and t.tag = w.tag))
                            or (w.watches = 'MENTIONS' and b.author_id <> w.account_id and exists
                                (select 1 from mentions m where m.bark_id = b.id and m.account_id = w.account_id)))
                        order by w.id""")
                .param("bark", barkId)
                .query((row, number) -> hook(row))
                .list();
    }

    void turnOn(long id) {
        jdbc.sql("update webhooks set off_since = null, off_why = null, failing_since = null where id = ?")
                .param(id)
                .update();
    }

    /** Leaves alone what is off already; false then. */
    boolean turnOff(long id, Off why, Instant now) {
        return jdbc.sql("update webhooks set off_since = ?, off_why = ? where id = ? and off_since is null")
                        .params(Timestamp.from(now), why.name(), id)
                        .update()
                == 1;
    }

    /** That something arrived. */
    void works(long id) {
        jdbc.sql("update webhooks set failing_since = null where id = ? and failing_since is not null")
                .param(id)
                .update();
    }

    /** That something did not arrive; says since when nothing has. */
    Optional<Instant> fails(long id, Instant now) {
        jdbc.sql("update webhooks set failing_since = ? where id = ? and failing_since is null")
                .params(Timestamp.from(now), id)
                .update();
        return jdbc.sql("select failing_since from webhooks where id = ? and failing_since is not null")
                .param(id)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void delete(long id) {
        jdbc.sql("delete from webhooks where id = ?").param(id).update();
    }

    void deleteAllOf(long accountId) {
        jdbc.sql("delete from webhooks where account_id = ?").param(accountId).update();
    }

    /** Those of others that watch this person. */
    void deleteThoseThatWatch(long personId) {
        jdbc.sql("delete from webhooks where person_id = ?").param(personId).update();
    }

    private static Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                webhook(row),
                new Viewer(row.getLong("owner_id"), row.getString("owner"), Role.valueOf(row.getString("role"))),
                new SigningSecret(row.getString("secret")),
                row.getString("barker_address"));
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("address"),
                watched(row),
                Optional.ofNullable(row.getString("word")).orElse(""),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getString("off_why")).map(Off::valueOf));
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return switch (Watched.Kind.valueOf(row.getString("watches"))) {
            case EVERYONE -> new Watched.Everyone();
            case PERSON -> new Watched.OfPerson(row.getLong("person_id"), row.getString("person"));
            case TAG -> new Watched.Tagged(row.getString("tag"));
            case MENTIONS -> new Watched.Mentions();
        };
    }
}
