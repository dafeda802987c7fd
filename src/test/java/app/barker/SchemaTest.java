package app.barker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.testing.DatabaseTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SchemaTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Flyway flyway;

    private final String unique = "rex-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everyMigrationIsApplied() {
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void aUsernameIsUnique() {
        insertUser(unique, "USER");
        refuses("users_username_unique", () -> insertUser(unique, "USER"));
    }

    @Test
    void aUsernameIsInLowerCaseAndHasTwoCharacters() {
        refuses("users_username_lower_case", () -> insertUser(unique.replace("rex", "Rex"), "USER"));
        refuses("users_username_lower_case", () -> insertUser("r", "USER"));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> insertUser(unique + "r".repeat(30), "USER"));
        insertUser(unique, "USER");
    }

    @Test
    void aRoleIsOneThatBarkerKnows() {
        refuses("users_role_known", () -> insertUser(unique, "KING"));
        refuses("users_role_known", () -> insertUser(unique, "admin"));
        insertUser(unique, "ADMIN");
    }

    @Test
    void aBarkShowsUpToFourPicturesEachInAPlaceOfItsOwn() {
        long rex = insertUser(unique, "USER");
        UUID key = UUID.randomUUID();
        insertBark(rex, "", key);
        long bark = jdbc.sql("select id from barks where post_key = ?")
                .param(key)
                .query((row, number) -> row.getLong(1))
                .single();
        insertPicture(rex, bark, 0);
        insertPicture(rex, bark, 3);
        refuses("media_in_its_place", () -> insertPicture(rex, bark, 0));
        refuses("media_four_places", () -> insertPicture(rex, bark, 4));
        refuses("media_four_places", () -> insertPicture(rex, bark, -1));
        refuses("media_bark", () -> insertPicture(rex, Long.MAX_VALUE, 0));
        refuses("media_account", () -> insertPicture(Long.MAX_VALUE, bark, 1));
    }

    @Test
    void aBarkHasAnAuthor() {
        refuses("barks_author", () -> insertBark(Long.MAX_VALUE, "Woof", UUID.randomUUID()));
    }

    @Test
    void aBarkIsPostedOnce() {
        UUID key = UUID.randomUUID();
        long rex = insertUser(unique, "USER");
        long bella = insertUser(unique.replace("rex", "bella"), "USER");
        insertBark(rex, "Woof", key);
        refuses("barks_posted_once", () -> insertBark(rex, "Woof again", key));
        insertBark(bella, "The same key is another dog's too", key);
    }

    @Test
    void thereIsOneInstallation() {
        assertThat(jdbc.sql("select count(*) from installation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        refuses(
                "installation_is_one",
                () -> jdbc.sql("insert into installation (id) values (2)").update());
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        jdbc.sql("insert into installation (id) values (1)").update());
    }

    private static void refuses(String constraint, ThrowingCallable insertion) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(insertion)
                .extracting(Throwable::getMessage)
                .asString()
                .containsIgnoringCase(constraint);
    }

    private long insertUser(String username, String role) {
        jdbc.sql("insert into users (username, password_hash, role, created_at) values (?, '-', ?, current_timestamp)")
                .param(username)
                .param(role)
                .update();
        return jdbc.sql("select id from users where username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    private void insertPicture(long owner, long bark, int position) {
        jdbc.sql(
                        "insert into media (account_id, bark_id, position, width, height, created_at) values (?, ?, ?, 3, 2, current_timestamp)")
                .params(owner, bark, position)
                .update();
    }

    private void insertBark(long author, String text, UUID key) {
        jdbc.sql("insert into barks (author_id, text, post_key, created_at) values (?, ?, ?, current_timestamp)")
                .param(author)
                .param(text)
                .param(key)
                .update();
    }
}
