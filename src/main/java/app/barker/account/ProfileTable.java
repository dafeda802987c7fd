package app.barker.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link ProfileService}, as it reads them, and the pictures. */
@Component
class ProfileTable {

    private static final String COLUMNS = "id, username, display_name, bio, avatar_version, created_at";

    private final JdbcClient jdbc;

    ProfileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Profile> find(String username) {
        return jdbc.sql("select " + COLUMNS + " from users where username = ? and closed_at is null")
                .param(username)
                .query(ProfileTable::profile)
                .optional();
    }

    Optional<Profile> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from users where id = ?")
                .param(id)
                .query(ProfileTable::profile)
                .optional();
    }

    /** The first of either name in the order of the index, without reading any further; somebody may be there twice. */
    List<Profile> startingWith(byte[] key, int most) {
        return jdbc.sql("(select " + COLUMNS
                        + " from users where username_key >= :from and username_key < :to and closed_at is null"
                        + " order by username_key fetch first :most rows only)"
                        + " union all"
                        + " (select " + COLUMNS
                        + " from users where display_name_key >= :from and display_name_key < :to and closed_at is null"
                        + " order by display_name_key fetch first :most rows only)")
                .param("from", key)
                .param("to", NameKey.after(key))
                .param("most", most)
                .query(ProfileTable::profile)
                .list();
    }

    Optional<byte[]> avatar(long accountId, String version) {
        return jdbc.sql("select a.image from avatars a join users u on u.id = a.account_id"
                        + " where u.id = ? and u.avatar_version = ?")
                .param(accountId)
                .param(version)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Under the lock of the account's row: of two at once none would find a picture to replace. */
    void putAvatar(long accountId, byte[] image) {
        int replaced = jdbc.sql("update avatars set image = ? where account_id = ?")
                .param(image)
                .param(accountId)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into avatars (account_id, image) values (?, ?)")
                    .param(accountId)
                    .param(image)
                    .update();
        }
    }

    void removeAvatar(long accountId) {
        jdbc.sql("delete from avatars where account_id = ?").param(accountId).update();
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        String username = row.getString(2);
        return new Profile(
                row.getLong(1),
                username,
                Optional.ofNullable(row.getString(3)).orElse(username),
                Optional.ofNullable(row.getString(4)).orElse(""),
                Optional.ofNullable(row.getString(5)).orElse(""),
                row.getTimestamp(6).toInstant());
    }
}
