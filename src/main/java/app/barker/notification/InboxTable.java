package app.barker.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row that each person has for what they are told of: where they have read up to, and what they want. */
@Component
class InboxTable {

    private static final String KINDS = Arrays.stream(NotificationKind.values())
            .map(NotificationKind::column)
            .collect(Collectors.joining(", "));

    private static final String SET_KINDS = Arrays.stream(NotificationKind.values())
            .map(kind -> kind.column() + " = :" + kind.column())
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    InboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long accountId) {
        jdbc.sql("insert into inboxes (account_id) values (?)").param(accountId).update();
    }

    /** With all that is in it. */
    void delete(long accountId) {
        jdbc.sql("delete from inboxes where account_id = ?").param(accountId).update();
    }

    /**
     * Keeps others from writing notifications to these people until the transaction ends. The last locks of all, in the order of the
     * ids: nobody waits for ever.
     *
     * @return whether anybody of them has an inbox
     */
    boolean lock(Collection<Long> accountIds) {
        return !accountIds.isEmpty()
                && !jdbc.sql("select account_id from inboxes where account_id in (:ids) order by account_id for update")
                        .param("ids", accountIds)
                        .query((row, number) -> row.getLong(1))
                        .list()
                        .isEmpty();
    }

    /**
     * Everything up to an id counts as read; the greatest that is there where there is none such yet.
     *
     * @return whether that is news
     */
    boolean markRead(long accountId, long upTo) {
        return jdbc.sql("""
                        update inboxes set read_up_to =
                            (select max(n.id) from notifications n where n.recipient_id = :me and n.id <= :upTo)
                        where account_id = :me and read_up_to <
                            (select max(n.id) from notifications n where n.recipient_id = :me and n.id <= :upTo)
                        """).param("me", accountId).param("upTo", upTo).update() > 0;
    }

    Optional<NotificationPreferences> preferencesOf(long accountId) {
        return jdbc.sql("select " + KINDS + ", quiet_from, quiet_to, quiet_zone from inboxes where account_id = ?")
                .param(accountId)
                .query((row, number) -> new NotificationPreferences(wanted(row), quiet(row)))
                .optional();
    }

    void keep(long accountId, NotificationPreferences preferences) {
        JdbcClient.StatementSpec update = jdbc.sql("update inboxes set " + SET_KINDS
                        + ", quiet_from = :from, quiet_to = :to, quiet_zone = :zone where account_id = :me")
                .param("me", accountId)
                .param("from", preferences.quiet().map(QuietHours::from).orElse(null))
                .param("to", preferences.quiet().map(QuietHours::to).orElse(null))
                .param(
                        "zone",
                        preferences.quiet().map(hours -> hours.zone().getId()).orElse(null));
        for (NotificationKind kind : NotificationKind.values()) {
            update = update.param(kind.column(), preferences.wanted().contains(kind));
        }
        update.update();
    }

    private static Set<NotificationKind> wanted(ResultSet row) throws SQLException {
        Set<NotificationKind> wanted = EnumSet.noneOf(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            if (row.getBoolean(kind.column())) {
                wanted.add(kind);
            }
        }
        return wanted;
    }

    static Optional<QuietHours> quiet(ResultSet row) throws SQLException {
        @Nullable String zone = row.getString("quiet_zone");
        return zone == null
                ? Optional.empty()
                : Optional.of(new QuietHours(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        ZoneId.of(zone)));
    }
}
