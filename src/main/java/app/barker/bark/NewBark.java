package app.barker.bark;

import app.barker.media.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to say.
 *
 * @param postKey drawn by the composer: the same key of the same author posts once
 * @param inReplyTo the bark that it answers
 * @param quoting the bark whose link stands in the text; where the author may not see that, it stays a link
 * @param media the pictures that it shows, in this order
 */
public record NewBark(
        BarkText text, UUID postKey, Optional<Long> inReplyTo, Optional<Long> quoting, List<Attachment> media) {

    /** @throws IllegalArgumentException when it says nothing and shows nothing */
    public NewBark {
        if (text.isEmpty() && media.isEmpty()) {
            throw new IllegalArgumentException("Says nothing and shows nothing");
        }
    }

    public NewBark(BarkText text, UUID postKey, Optional<Long> inReplyTo, Optional<Long> quoting) {
        this(text, postKey, inReplyTo, quoting, List.of());
    }

    public static NewBark saying(BarkText text, UUID postKey) {
        return new NewBark(text, postKey, Optional.empty(), Optional.empty());
    }
}
