package app.barker.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people can be written to: addresses that they have confirmed, in lower case. Several people may share one. */
@Component
public class EmailAddresses {

    /** Of an address (RFC 5321, 4.5.3.1.3, without the brackets). */
    public static final int LONGEST = 254;

    private final JdbcClient jdbc;

    EmailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether mail may be tried there: one at sign between two parts, the second with a dot, no white space or controls. */
    public static boolean isOne(String typed) {
        return typed.length() <= LONGEST
                && typed.matches("[\\x21-\\x7e&&[^@\"<>,;:\\\\()\\[\\]]]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    }

    public Optional<String> of(long accountId) {
        return jdbc.sql("select email from users where id = ? and email is not null and closed_at is null")
                .param(accountId)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** Who can be written to there; it may be anything. */
    public List<Person> peopleAt(String address) {
        return jdbc.sql("select id, username from users where email = ? and closed_at is null")
                .param(address.toLowerCase(Locale.ROOT))
                .query((row, number) -> new Person(row.getLong(1), row.getString(2)))
                .list();
    }

    /** In the caller's transaction. */
    public void set(long accountId, String address) {
        jdbc.sql("update users set email = ? where id = ?")
                .params(address.toLowerCase(Locale.ROOT), accountId)
                .update();
    }

    /** In the caller's transaction. */
    public void remove(long accountId) {
        jdbc.sql("update users set email = null where id = ?").param(accountId).update();
    }
}
