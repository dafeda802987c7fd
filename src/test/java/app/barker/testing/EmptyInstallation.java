package app.barker.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the database of a test what it is after the first start: without anybody. */
public final class EmptyInstallation {

    /** What refers to another one comes before it. */
    private static final List<String> TABLES = List.of(
            "webhook_deliveries",
            "webhook_barks",
            "webhooks",
            "atom_feeds",
            "drafts",
            "reminders",
            "bookmarks",
            "taken_back",
            "notifications",
            "inboxes",
            "pins",
            "tags",
            "mentions",
            "likes",
            "bark_versions",
            "tombstones",
            "media",
            "barks",
            "mutes",
            "blocks",
            "follows",
            "avatars",
            "session_diary",
            "remembered_browsers",
            "sign_ins",
            "known_browsers",
            "security_events",
            "one_time_links",
            "api_tokens",
            "idempotency_keys",
            "former_usernames");

    private EmptyInstallation() {}

    public static void in(JdbcClient jdbc) {
        for (String table : TABLES) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update installation set administrator_id = null").update();
        jdbc.sql("delete from users").update();
    }
}
