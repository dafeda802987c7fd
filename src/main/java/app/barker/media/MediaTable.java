package app.barker.media;

import app.barker.image.DrawnImage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of {@link MediaService}, and the pictures. */
@Component
class MediaTable {

    private final JdbcClient jdbc;

    MediaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What decides who may see one. */
    record Kept(long id, long accountId, boolean isInABark, Instant createdAt) {}

    Media add(long accountId, DrawnImage image, AltText alt, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into media (account_id, alt, width, height, created_at) values (?, ?, ?, ?, ?)")
                .params(accountId, alt.value(), image.width(), image.height(), Timestamp.from(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        jdbc.sql("insert into media_images (media_id, image) values (?, ?)")
                .param(id)
                .param(image.jpeg())
                .update();
        return new Media(id, alt.value(), image.width(), image.height());
    }

    /** Whether it could be: it is theirs, and in no bark yet. */
    boolean attach(long id, long accountId, long barkId, int position) {
        return jdbc.sql(
                                "update media set bark_id = ?, position = ? where id = ? and account_id = ? and bark_id is null")
                        .params(barkId, position, id, accountId)
                        .update()
                == 1;
    }

    /** In their order. */
    List<Media> of(long barkId) {
        return jdbc.sql("select id, alt, width, height from media where bark_id = ? order by position")
                .param(barkId)
                .query((row, number) -> new Media(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    /** As if they were uploaded just now. */
    void release(long barkId, Instant now) {
        jdbc.sql("update media set bark_id = null, position = null, created_at = ? where bark_id = ?")
                .params(Timestamp.from(now), barkId)
                .update();
    }

    void describe(long id, AltText alt) {
        jdbc.sql("update media set alt = ? where id = ?")
                .params(alt.value(), id)
                .update();
    }

    Optional<Kept> find(long id) {
        return jdbc.sql("select id, account_id, bark_id is not null, created_at from media where id = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        row.getLong(1),
                        row.getLong(2),
                        row.getBoolean(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    Optional<byte[]> image(long id) {
        return jdbc.sql("select image from media_images where media_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void removeUnattachedOf(long accountId) {
        jdbc.sql("delete from media where account_id = ? and bark_id is null")
                .param(accountId)
                .update();
    }

    int removeUnattachedSince(Instant before) {
        return jdbc.sql("delete from media where bark_id is null and created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
