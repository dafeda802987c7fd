package app.barker.bark;

import app.barker.account.Viewer;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person said. (A rebark is a row of the same table that says nothing itself: see {@link Reactions}.) */
@Entity
@Table(name = "barks")
class Bark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long authorId;

    private String text;

    private @Nullable Long parentId;

    private @Nullable Long rootId;

    private @Nullable Long quotedId;

    private boolean quoteDetached;

    @SuppressWarnings("UnusedVariable") // for the database, which refuses it a second time
    private UUID postKey;

    private Instant createdAt;

    private @Nullable Instant editedAt;

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

    /** Makes it the answer to another one, in that one's thread. */
    void answer(Bark parent) {
        parentId = parent.id();
        rootId = parent.rootId();
    }

    /** Shows another bark below the text. */
    void quote(Bark other) {
        quotedId = other.id();
    }

    /**
     * Says something else from now on. A quote goes with the link that made it; one that the quoted author took away does not
     * come back.
     */
    void reword(BarkText text, Optional<Bark> quoted, Instant now) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Words are changed, not taken away");
        }
        this.text = text.value();
        this.editedAt = now;
        Long wanted = quoted.map(Bark::id).orElse(null);
        quoteDetached = quoteDetached && wanted != null && wanted.equals(quotedId);
        quotedId = wanted;
    }

    void detachQuote() {
        quoteDetached = true;
    }

    boolean saysAlready(BarkText other) {
        return text.equals(other.value());
    }

    boolean isBy(Viewer person) {
        return authorId == person.id();
    }

    boolean quotes(Bark other) {
        return quotedId != null && quotedId == other.id();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }

    long authorId() {
        return authorId;
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return editedAt == null ? createdAt : editedAt;
    }

    Optional<Long> parentId() {
        return Optional.ofNullable(parentId);
    }

    Optional<Long> quotedId() {
        return Optional.ofNullable(quotedId);
    }

    /** The first bark of its thread; itself where it is that. */
    long rootId() {
        return rootId == null ? id() : rootId;
    }

    BarkPosted posted() {
        return new BarkPosted(id(), id(), authorId, Optional.ofNullable(parentId));
    }
}
