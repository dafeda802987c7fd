package app.barker.takeout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * A zip of JSON, a file for each kind of thing, and the pictures. Of others it holds names and what everyone here can read, never
 * what only they or an administrator know: whom they block, from where they log in.
 */
@Component
class TakeoutFile {

    /** Rows that are in memory at a time. */
    private static final int CHUNK = 500;

    /** Each reads its rows by ascending id, from behind the last one. */
    private static final Map<String, String> FILES = files();

    private static final String ACCOUNT = """
            select username, display_name, bio, role, language, created_at as signed_up_at from users where id = :me""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TakeoutFile(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("barks", """
                select b.id, b.text, b.created_at, b.edited_at, b.parent_id as answers, b.root_id as thread, b.quoted_id as quotes,
                    array(select concat('media/', m.id, '.jpg') from media m where m.bark_id = b.id order by m.position) as pictures
                from barks b where b.author_id = :me and b.text is not null and b.id > :after order by b.id limit :most""");
        files.put("media", """
                select m.id, concat('media/', m.id, '.jpg') as file, m.bark_id as bark, m.alt, m.width, m.height, m.created_at
                from media m where m.account_id = :me and m.id > :after order by m.id limit :most""");
        files.put("earlier-versions", """
                select v.id, v.bark_id, v.text, v.written_at from bark_versions v join barks b on b.id = v.bark_id
                where b.author_id = :me and v.id > :after order by v.id limit :most""");
        files.put("drafts", """
                select row_number() over (order by d.saved_at) as id, d.text, d.parent_id as answers, d.saved_at
                from drafts d where d.account_id = :me and :after = 0 order by d.saved_at limit :most""");
        files.put("rebarks", """
                select e.id, e.rebark_of_id as bark, e.created_at as at, a.username as author, b.text
                from barks e join barks b on b.id = e.rebark_of_id join users a on a.id = b.author_id
                where e.author_id = :me and e.id > :after order by e.id limit :most""");
        files.put("likes", """
                select b.id, l.created_at as at, a.username as author, b.text
                from likes l join barks b on b.id = l.bark_id join users a on a.id = b.author_id
                where l.account_id = :me and b.id > :after order by b.id limit :most""");
        files.put("bookmarks", """
                select k.id, k.bark_id as bark, k.created_at as at, a.username as author, b.text, r.remind_at
                from bookmarks k join barks b on b.id = k.bark_id join users a on a.id = b.author_id
                left join reminders r on r.account_id = k.account_id and r.bark_id = k.bark_id
                where k.account_id = :me and k.id > :after order by k.id limit :most""");
        files.put("following", """
                select u.id, u.username, f.created_at as since from follows f join users u on u.id = f.followee_id
                where f.follower_id = :me and u.id > :after order by u.id limit :most""");
        files.put("followers", """
                select u.id, u.username, f.created_at as since from follows f join users u on u.id = f.follower_id
                where f.followee_id = :me and u.id > :after order by u.id limit :most""");
        files.put("blocks", """
                select u.id, u.username, b.created_at as since from blocks b join users u on u.id = b.blocked_id
                where b.blocker_id = :me and u.id > :after order by u.id limit :most""");
        files.put("mutes", """
                select m.id, u.username, m.root_id as thread, m.word, m.ends_at
                from mutes m left join users u on u.id = m.muted_id
                where m.account_id = :me and m.id > :after order by m.id limit :most""");
        files.put("sessions", """
                select s.id, s.method, s.remembered, s.browser, s.operating_system, s.address, s.created_at, s.last_seen_at,
                    s.ended_at, s.ended_why
                from sign_ins s where s.account_id = :me and s.id > :after order by s.id limit :most""");
        files.put("api-tokens", """
                select t.id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.last_used_from, t.ended_at, t.ended_why
                from api_tokens t where t.account_id = :me and not t.for_lab and t.id > :after order by t.id limit :most""");
        files.put("feeds", """
                select f.id, case when f.person_id is null and f.tag is null then 'HOME' end as list, p.username as person, f.tag,
                    f.created_at, f.last_read_at, f.last_read_from
                from atom_feeds f left join users p on p.id = f.person_id
                where f.account_id = :me and f.id > :after order by f.id limit :most""");
        files.put("webhooks", """
                select w.id, w.address, w.watches, p.username as person, w.tag, w.word, w.created_at, w.off_since, w.off_why
                from webhooks w left join users p on p.id = w.person_id
                where w.account_id = :me and w.id > :after order by w.id limit :most""");
        files.put("security-history", """
                select e.id, e.kind, e.at, e.detail,
                    case when e.actor_id is null or e.actor_id = :me then e.address end as address,
                    case when e.actor_id is null or e.actor_id = :me then e.browser end as browser,
                    case when e.actor_id is null or e.actor_id = :me then e.operating_system end as operating_system
                from security_events e where e.account_id = :me and e.id > :after order by e.id limit :most""");
        files.put("former-names", """
                select row_number() over (order by f.changed_at) as id, f.username, f.changed_at
                from former_usernames f where f.account_id = :me and :after = 0 order by f.changed_at limit :most""");
        files.put("notification-settings", """
                select 1 as id, i.replies, i.mentions, i.likes, i.rebarks, i.follows,
                    cast(i.quiet_from as varchar(8)) as quiet_from, cast(i.quiet_to as varchar(8)) as quiet_to, i.quiet_zone
                from inboxes i where i.account_id = :me and :after = 0 limit :most""");
        return files;
    }

    void write(long accountId, Path file, IntConsumer percent) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            begin(zip, "account.json");
            write(
                    zip,
                    jdbc.sql(ACCOUNT)
                            .param("me", accountId)
                            .query(TakeoutFile::row)
                            .list());
            zip.closeEntry();
            picture(zip, accountId);
            media(zip, accountId);
            int done = 0;
            for (Map.Entry<String, String> each : FILES.entrySet()) {
                begin(zip, each.getKey() + ".json");
                rows(zip, each.getValue(), accountId);
                zip.closeEntry();
                percent.accept(100 * ++done / FILES.size());
            }
        }
    }

    private void picture(ZipOutputStream zip, long accountId) throws IOException {
        List<byte[]> pictures = jdbc.sql("select image from avatars where account_id = ?")
                .param(accountId)
                .query((row, number) -> row.getBytes(1))
                .list();
        for (byte[] picture : pictures) {
            begin(zip, "picture.jpg");
            zip.write(picture);
            zip.closeEntry();
        }
    }

    /** One at a time: each takes up to a megabyte. */
    private void media(ZipOutputStream zip, long accountId) throws IOException {
        List<Long> ids = jdbc.sql("select id from media where account_id = ? order by id")
                .param(accountId)
                .query((row, number) -> row.getLong(1))
                .list();
        for (long id : ids) {
            Optional<byte[]> image = jdbc.sql("select image from media_images where media_id = ?")
                    .param(id)
                    .query((row, number) -> row.getBytes(1))
                    .optional();
            if (image.isPresent()) {
                begin(zip, "media/" + id + ".jpg");
                zip.write(image.get());
                zip.closeEntry();
            }
        }
    }

    private void rows(ZipOutputStream zip, String sql, long accountId) throws IOException {
        zip.write('[');
        long after = 0;
        List<Map<String, Object>> chunk;
        do {
            chunk = jdbc.sql(sql)
                    .param("me", accountId)
                    .param("after", after)
                    .param("most", CHUNK)
                    .query(TakeoutFile::row)
                    .list();
            for (Map<String, Object> row : chunk) {
                zip.write((after == 0 ? "\n" : ",\n").getBytes(StandardCharsets.UTF_8));
                zip.write(json.writeValueAsBytes(row));
                after = ((Number) Objects.requireNonNull(row.get("id"))).longValue();
            }
        } while (chunk.size() == CHUNK);
        zip.write("\n]\n".getBytes(StandardCharsets.UTF_8));
    }

    private void write(ZipOutputStream zip, Object value) throws IOException {
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    /** In the order of the columns; ids are numbers, times RFC 3339 in UTC, and what is not there is left out. */
    private static Map<String, Object> row(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (value instanceof Array array) {
                cells.put(name, array.getArray());
            } else if (value instanceof OffsetDateTime || value instanceof Timestamp) {
                cells.put(name, row.getTimestamp(i).toInstant().toString());
            } else if (value != null) {
                cells.put(name, value);
            }
        }
        return cells;
    }
}
