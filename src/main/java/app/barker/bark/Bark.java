package app.barker.bark;

import app.barker.account.Viewer;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person said. */
@Entity
@Table(name = "barks")
class Bark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long authorId;

    private String text;

    @SuppressWarnings("UnusedVariable") // for the database, which refuses it a second time
    private UUID postKey;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Bark() {}

    private Bark(long authorId, BarkText text, UUID postKey, Instant createdAt) {
        this.authorId = authorId;
        this.text = text.value();
        this.postKey = postKey;
        this.createdAt = createdAt;
    }

    static Bark by(Viewer author, BarkText text, UUID postKey, Instant now) {
        return new Bark(author.id(), text, postKey, now);
    }

    boolean isBy(Viewer person) {
        return authorId == person.id();
    }

    BarkPosted posted() {
        return new BarkPosted(id(), authorId);
    }

    BarkDeleted deleted() {
        return new BarkDeleted(id(), authorId);
    }

    /** For its author to see. */
    BarkCard asCardFor(Viewer author) {
        return new BarkCard(id(), author.username(), text, createdAt, isBy(author));
    }

    private long id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }
}
