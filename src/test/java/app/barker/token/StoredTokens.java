package app.barker.token;

import app.barker.shared.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** API tokens for who fills a database without a server. */
public final class StoredTokens {

    private StoredTokens() {}

    /** One of a day that may do everything; returns the token itself. */
    public static String add(Connection database, String owner) throws SQLException {
        String token = TokenText.draw();
        try (PreparedStatement insert = database.prepareStatement("""
                insert into api_tokens (account_id, name, scopes, hint, secret_hash, created_at, expires_at,
                    last_used_from, end_announced, for_lab)
                select id, 'bench', ?, ?, ?, ?, ?, '', false, false from users where username = ?""")) {
            Instant now = Instant.now();
            insert.setString(1, Scope.join(Scope.OF_EVERYONE));
            insert.setString(2, TokenText.hintOf(token));
            insert.setString(3, Secret.hash(token));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(now.plus(Duration.ofDays(1))));
            insert.setString(6, owner);
            if (insert.executeUpdate() != 1) {
                throw new SQLException("There is no " + owner);
            }
        }
        return token;
    }
}
