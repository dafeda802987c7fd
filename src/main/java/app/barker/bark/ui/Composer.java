package app.barker.bark.ui;

import app.barker.account.Username;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkText;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where barks are written: new ones, answers and changes. The counter and the texts live in the browser; one request brings the
 * finished text. One for a page.
 */
@Tag("barker-composer")
@JsModule("./barker-composer.ts")
public class Composer extends Component {

    private static final int LONGEST_PREFIX = Username.LONGEST;

    private final Posting posting;
    private final Drafting drafting;

    /** Where the composer stands. */
    public enum Place {
        INLINE,
        /** Nowhere, until somebody begins to write. */
        TUCKED
    }

    /**
     * Takes a text as typed; says, in the reader's language, why it was not taken, or nothing when it was. Ids come from the
     * browser and prove nothing.
     */
    public interface Posting {

        /**
         * A new bark.
         *
         * @param key the same key posts once
         * @param pictures that it shows
         */
        Optional<String> post(String text, UUID key, OptionalLong inReplyTo, List<Picture> pictures);

        Optional<String> edit(long barkId, String text);

        /** Whom a name that is being written may mean, the likeliest first. */
        List<Person> peopleStartingWith(String prefix);
    }

    /**
     * Keeps what is being written until it is sent. Keys and ids come from the browser and prove nothing.
     */
    public interface Drafting {

        /**
         * Says, in the reader's language, why it was not kept, or nothing when it was.
         *
         * @param key drawn for these words
         * @param earlier the keys that the same text may have had some words ago, the latest first
         */
        Optional<String> save(String text, UUID key, OptionalLong inReplyTo, List<UUID> earlier);

        /** The latest first. */
        List<Kept> drafts();

        /** Empty when it is not there any more. */
        Optional<Opened> open(UUID key);

        void discard(Collection<UUID> keys);

        /** A draft in a list. */
        record Kept(UUID key, String beginning, boolean isAnswer, Instant savedAt) {}

        /**
         * A draft that somebody goes on with.
         *
         * @param answered empty also where that is gone, or not for this reader
         */
        record Opened(String text, boolean isAnswer, Optional<BarkCard> answered) {}
    }

    /**
     * Something that a bark shows, as the browser names it.
     *
     * @param alt what there is to see
     */
    public record Picture(long id, String alt) {}

    /**
     * Somebody who can be mentioned.
     *
     * @param avatarUrl empty for the drawn dog
     */
    public record Person(String username, String displayName, String avatarUrl) {}

    /**
     * For one person.
     *
     * @param username also keys the copies that the browser keeps while there is no connection
     * @param avatarUrl empty for the drawn dog
     */
    public Composer(
            String username, String displayName, String avatarUrl, Place place, Posting posting, Drafting drafting) {
        this.posting = posting;
        this.drafting = drafting;
        getElement()
                .setAttribute("account", username)
                .setAttribute("name", displayName)
                .setAttribute("limit", String.valueOf(BarkText.LONGEST))
                .setAttribute("points-limit", String.valueOf(BarkText.MOST_CODE_POINTS));
        if (!avatarUrl.isEmpty()) {
            getElement().setAttribute("avatar", avatarUrl);
        }
        if (place == Place.TUCKED) {
            getElement().setAttribute("tucked", true);
        }
    }

    /** From now on what is written in its place answers this bark. */
    public void replyTo(long barkId, String username, String displayName) {
        getElement()
                .setAttribute("reply-to", String.valueOf(barkId))
                .setAttribute("reply-username", username)
                .setAttribute("reply-name", displayName);
    }

    /** Puts a text in to be written again, with what it showed. What was being written stays; this comes below it. */
    public void beginWith(String text, List<Picture> pictures) {
        getElement().callJsFunction("beginWith", text, ClientPicture.of(pictures));
    }

    /** The same for an answer. */
    public void beginWith(String text, List<Picture> pictures, long inReplyTo, String username, String displayName) {
        getElement()
                .callJsFunction(
                        "beginWith",
                        text,
                        ClientPicture.of(pictures),
                        String.valueOf(inReplyTo),
                        username,
                        displayName);
    }

    /** A picture as the browser gets it. */
    record ClientPicture(String id, String alt) {

        private static List<ClientPicture> of(List<Picture> pictures) {
            return pictures.stream()
                    .map(picture -> new ClientPicture(String.valueOf(picture.id()), picture.alt()))
                    .toList();
        }
    }

    /** What the browser is told: whether it may forget the text, or else why not. */
    public record Answer(boolean posted, String why) {}

    @ClientCallable
    Answer post(@Nullable String text, @Nullable String key, @Nullable String... pictures) {
        return posted(text, key, OptionalLong.empty(), pictures);
    }

    @ClientCallable
    Answer answer(
            @Nullable String text, @Nullable String key, @Nullable String inReplyTo, @Nullable String... pictures) {
        return Sent.number(inReplyTo)
                .map(barkId -> posted(text, key, OptionalLong.of(barkId), pictures))
                .orElseGet(this::notSent);
    }

    @ClientCallable
    Answer edit(@Nullable String text, @Nullable String id) {
        return Sent.number(id)
                .map(barkId -> told(posting.edit(barkId, text == null ? "" : text)))
                .orElseGet(this::notSent);
    }

    @ClientCallable
    List<ClientPerson> people(@Nullable String prefix) {
        return prefix == null || prefix.isEmpty() || prefix.length() > LONGEST_PREFIX
                ? List.of()
                : posting.peopleStartingWith(prefix).stream()
                        .map(person -> new ClientPerson(person.username(), person.displayName(), person.avatarUrl()))
                        .toList();
    }

    private Answer posted(
            @Nullable String text, @Nullable String key, OptionalLong inReplyTo, @Nullable String... pictures) {
        Optional<List<Picture>> shown = Sent.pictures(Arrays.asList(pictures));
        return Sent.key(key)
                .filter(uuid -> shown.isPresent())
                .map(uuid -> told(posting.post(text == null ? "" : text, uuid, inReplyTo, shown.orElseThrow())))
                .orElseGet(this::notSent);
    }

    private Answer notSent() {
        return new Answer(false, getTranslation("bark.not-sent"));
    }

    private static Answer told(Optional<String> refused) {
        return new Answer(refused.isEmpty(), refused.orElse(""));
    }

    /** Empty when it was kept, else why not. */
    @ClientCallable
    String saveDraft(
            @Nullable String text, @Nullable String key, @Nullable String earlier, @Nullable String inReplyTo) {
        OptionalLong answered = Sent.number(inReplyTo).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return Sent.key(key)
                .flatMap(uuid -> drafting.save(text == null ? "" : text, uuid, answered, Sent.keys(earlier)))
                .orElse("");
    }

    @ClientCallable
    List<ClientDraft> drafts() {
        return drafting.drafts().stream().map(ClientDraft::of).toList();
    }

    /** Nothing when it is not there any more. */
    @ClientCallable
    ClientDraft.@Nullable Opened openDraft(@Nullable String key) {
        return Sent.key(key).flatMap(drafting::open).map(ClientDraft.Opened::of).orElse(null);
    }

    @ClientCallable
    void discardDrafts(@Nullable String keys) {
        drafting.discard(Sent.keys(keys));
    }
}
