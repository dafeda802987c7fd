package app.barker.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names that people have given up. They stay theirs. */
@Component
class FormerUsernames {

    private final JdbcClient jdbc;

    FormerUsernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it was. */
    Optional<Long> ownerOf(String username) {
        return jdbc.sql("select account_id from former_usernames where username = ?")
                .param(username)
                .query(Long.class)
                .optional();
    }

    /** What they are called now, as long as the account stands. */
    Optional<String> presentNameOf(String username) {
        return jdbc.sql("""
                        select u.username from former_usernames f join users u on u.id = f.account_id
                        where f.username = ? and u.closed_at is null""").param(username).query(String.class).optional();
    }

    void keep(String username, long accountId, Instant now) {
        jdbc.sql("insert into former_usernames (username, account_id, changed_at) values (?, ?, ?)")
                .params(username, accountId, Timestamp.from(now))
                .update();
    }

    /** Their owner has it again. */
    void release(String username) {
        jdbc.sql("delete from former_usernames where username = ?")
                .param(username)
                .update();
    }
}
