package app.barker.bark;

import app.barker.account.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds again what stands in a text: whom it mentions, its tags, its words. Written beside the bark, in its transaction. */
@Component
class BarkIndex {

    private final JdbcClient jdbc;
    private final BarkWords words;

    BarkIndex(JdbcClient jdbc, BarkWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    void add(Viewer author, Bark bark) {
        addMentions(author, bark, RichText.namesIn(bark.text()));
        addTags(bark, RichText.tagsIn(bark.text()));
        words.put(bark.id(), bark.authorId(), bark.text());
    }

    void replace(Viewer author, Bark bark) {
        jdbc.sql("delete from mentions where bark_id = ?").param(bark.id()).update();
        jdbc.sql("delete from tags where bark_id = ?").param(bark.id()).update();
        add(author, bark);
    }

    /** A name is a mention when it is somebody's, and no block stands between that person and the author. */
    private void addMentions(Viewer author, Bark bark, Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into mentions (bark_id, name, account_id)
                        select cast(:bark as bigint), u.username, u.id from users u
                        where u.username in (:names) and not exists (
                            select 1 from blocks b where (b.blocker_id = :author and b.blocked_id = u.id)
                                or (b.blocker_id = u.id and b.blocked_id = :author))
                        """)
                .param("bark", bark.id())
                .param("names", names)
                .param("author", author.id())
                .update();
    }

    private void addTags(Bark bark, List<String> tags) {
        tags.stream()
                .distinct()
                .forEach(tag -> jdbc.sql("insert into tags (tag, bark_id) values (?, ?)")
                        .param(tag)
                        .param(bark.id())
                        .update());
    }
}
