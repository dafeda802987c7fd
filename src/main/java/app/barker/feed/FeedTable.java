package app.barker.feed;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of feeds. */
@Component
class FeedTable {

    private static final String WITH_PERSON =
            "select f.*, p.username as person from atom_feeds f left join users p on p.id = f.person_id";

    private final JdbcClient jdbc;

    FeedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands behind a secret: whose it is, now. */
    record Found(OwnFeed feed, Viewer owner) {}

    long insert(long accountId, FeedSubject subject, String secret, Instant now) {
        var key = new GeneratedKeyHolder();
        @Nullable Long person = subject instanceof FeedSubject.OfPerson of ? of.accountId() : null;
        @Nullable String tag = subject instanceof FeedSubject.Tagged tagged ? tagged.tag() : null;
        jdbc.sql("""
                        insert into atom_feeds (account_id, person_id, tag, secret_hash, created_at, last_read_from)
                        values (?, ?, ?, ?, ?, '')""")
                .param(accountId)
                .param(person)
                .param(tag)
                .param(Secret.hash(secret))
                .param(Timestamp.from(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The newest first. */
    List<OwnFeed> of(long accountId) {
        return jdbc.sql(WITH_PERSON + " where f.account_id = ? order by f.id desc")
                .param(accountId)
                .query((row, number) -> feed(row))
                .list();
    }

    /** As long as its owner may log in. */
    Optional<Found> find(String secret) {
        return jdbc.sql("""
                        select f.*, p.username as person, u.id as owner_id, u.username as owner, u.role
                        from atom_feeds f join users u on u.id = f.account_id left join users p on p.id = f.person_id
                        where f.secret_hash = ? and u.banned_at is null and u.closed_at is null""")
                .param(Secret.hash(secret))
                .query((row, number) -> new Found(
                        feed(row),
                        new Viewer(
                                row.getLong("owner_id"), row.getString("owner"), Role.valueOf(row.getString("role")))))
                .optional();
    }

    void read(long id, Instant now, String address) {
        jdbc.sql("update atom_feeds set last_read_at = ?, last_read_from = ? where id = ?")
                .params(Timestamp.from(now), address, id)
                .update();
    }

    /** False when it is not this person's. */
    boolean renew(long accountId, long id, String secret) {
        return jdbc.sql("update atom_feeds set secret_hash = ? where id = ? and account_id = ?")
                        .params(Secret.hash(secret), id, accountId)
                        .update()
                == 1;
    }

    /** False when it is not this person's. */
    boolean delete(long accountId, long id) {
        return jdbc.sql("delete from atom_feeds where id = ? and account_id = ?")
                        .params(id, accountId)
                        .update()
                == 1;
    }

    void deleteAllOf(long accountId) {
        jdbc.sql("delete from atom_feeds where account_id = ?").param(accountId).update();
    }

    /** Those of others that are of this person. */
    void deleteThoseOf(long personId) {
        jdbc.sql("delete from atom_feeds where person_id = ?").param(personId).update();
    }

    private static OwnFeed feed(ResultSet row) throws SQLException {
        return new OwnFeed(
                row.getLong("id"),
                subject(row),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_read_at")).map(Timestamp::toInstant),
                row.getString("last_read_from"));
    }

    private static FeedSubject subject(ResultSet row) throws SQLException {
        @Nullable String tag = row.getString("tag");
        @Nullable String person = row.getString("person");
        if (person != null) {
            return new FeedSubject.OfPerson(row.getLong("person_id"), person);
        }
        return tag != null ? new FeedSubject.Tagged(tag) : new FeedSubject.Home();
    }
}
