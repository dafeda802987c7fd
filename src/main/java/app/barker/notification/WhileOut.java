package app.barker.notification;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard.Author;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import app.barker.notification.CatchUp.Discussion;
import app.barker.shared.FoldedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells people who come back what happened to them meanwhile, and what others talk about. */
@Repository
public class WhileOut {

    /** A night. Who was away for less has not missed much. */
    static final Duration SHORTEST_ABSENCE = Duration.ofHours(8);

    /** After their return: then they are here. */
    static final Duration TOLD_FOR = Duration.ofHours(1);

    /** Looked through from the newest on, so that the cost has a bound. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final int MOST_TOLD = 100;

    private static final int MOST_DISCUSSED = 2;

    /** Some more than shown: rules may take threads out. */
    private static final int SPARE = 20;

    private static final String TOLD = """
            select n.id, n.kind, n.at, n.bark_id, cast(0 as bigint) as answers from notifications n
            where n.recipient_id = :me and n.kind in ('REPLY', 'MENTION') and n.at >= :since
            order by n.id desc limit %d""".formatted(MOST_TOLD);

    /** Where one alone talks on, nothing is discussed. */
    private static final String DISCUSSED = """
            select cast(0 as bigint) as id, 'DISCUSSED' as kind, max(x.created_at) as at, x.root_id as bark_id,
                count(*) as answers
            from barks x
            where x.id > (select coalesce(max(m.id), 0) from barks m) - %d and x.created_at >= :since
                and x.root_id is not null and not (x.author_id = any(:hidden))
            group by x.root_id having count(distinct x.author_id) > 1
            order by count(*) desc, x.root_id desc limit %d""".formatted(LOOKED_THROUGH, SPARE);

    private static final String ALL = "select e.*, b.text, b.author_id, coalesce(b.root_id, b.id) as root_id,"
            + " a.username, a.display_name, a.avatar_version, a.banned_at is null and a.closed_at is null as stands,"
            + " exists (select 1 from mentions m where m.bark_id = b.id and m.account_id = :me) as mentioned"
            + " from (select * from (" + TOLD + ") told union all select * from (" + DISCUSSED + ") discussed) e"
            + " join barks b on b.id = e.bark_id join users a on a.id = b.author_id"
            + " order by e.id desc, e.answers desc, e.bark_id desc";

    private final JdbcClient jdbc;
    private final Readers readers;
    private final Clock clock;

    WhileOut(JdbcClient jdbc, Readers readers, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * What there is to tell somebody who was away; empty when that was too short, when they are back for long, and when nothing
     * happened. At the most one statement.
     */
    @Transactional(readOnly = true)
    public Optional<CatchUp> of(Viewer me, Instant since, Instant until) {
        Instant now = clock.instant();
        if (until.isBefore(since.plus(SHORTEST_ABSENCE)) || now.isAfter(until.plus(TOLD_FOR))) {
            return Optional.empty();
        }
        return Optional.of(find(me, since, now)).filter(found -> !found.isEmpty());
    }

    private CatchUp find(Viewer me, Instant since, Instant now) {
        ReaderRules rules = readers.rulesOf(me);
        List<Row> rows = jdbc
                .sql(ALL)
                .param("me", me.id())
                .param("since", Timestamp.from(since))
                .param("hidden", NotificationQuery.hidden(me, rules, now))
                .query((row, number) -> Row.of(row))
                .list()
                .stream()
                .filter(row -> row.isFor(rules, now))
                .toList();
        return new CatchUp(
                since,
                Stream.of(NotificationKind.REPLY, NotificationKind.MENTION)
                        .flatMap(kind -> inOne(kind, rows).stream())
                        .toList(),
                rows.stream()
                        .filter(row -> row.kind.equals("DISCUSSED") && row.author.id() != me.id())
                        .limit(MOST_DISCUSSED)
                        .map(row -> new Discussion(row.author, row.about, row.answers))
                        .toList());
    }

    /** With the newest of them, and whoever did it, the last ones first. */
    private static Optional<Notification> inOne(NotificationKind kind, List<Row> rows) {
        List<Row> all =
                rows.stream().filter(row -> row.kind.equals(kind.name())).toList();
        List<Author> people = all.stream().map(Row::author).distinct().toList();
        return all.stream()
                .findFirst()
                .map(newest -> new Notification(
                        newest.id,
                        kind,
                        newest.at,
                        true,
                        people.stream().limit(Notification.MOST_PEOPLE).toList(),
                        people.size(),
                        all.size() == 1 ? Optional.of(newest.about) : Optional.empty()));
    }

    private record Row(
            long id,
            String kind,
            Instant at,
            Author author,
            boolean stands,
            long rootId,
            boolean mentioned,
            Notification.About about,
            long answers) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getTimestamp("at").toInstant(),
                    new Author(
                            row.getLong("author_id"),
                            row.getString("username"),
                            Optional.ofNullable(row.getString("display_name")).orElse(row.getString("username")),
                            Optional.ofNullable(row.getString("avatar_version")).orElse("")),
                    row.getBoolean("stands"),
                    row.getLong("root_id"),
                    row.getBoolean("mentioned"),
                    new Notification.About(row.getLong("bark_id"), row.getString("text"), Set.of()),
                    row.getLong("answers"));
        }

        boolean isFor(ReaderRules rules, Instant now) {
            return stands
                    && (mentioned || !kind.equals(NotificationKind.MENTION.name()))
                    && !rules.hidesPerson(author.id(), now)
                    && !rules.hidesThread(rootId, now)
                    && !rules.hidesText(new FoldedText(about.text()), now);
        }
    }
}
