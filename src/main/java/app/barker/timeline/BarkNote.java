package app.barker.timeline;

import app.barker.shared.FoldedText;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules of readers need to know of a new bark or rebark.
 *
 * @param byId who barked it, or rebarked it
 * @param authorId whose words it carries
 * @param isRebark whether these are two
 * @param parentId what it answers
 * @param text to look for muted words
 */
public record BarkNote(
        long entryId,
        long barkId,
        long byId,
        long authorId,
        long rootId,
        boolean isRebark,
        Optional<Long> parentId,
        FoldedText text,
        Set<String> tags) {

    public boolean isReply() {
        return parentId.isPresent();
    }

    boolean isGoneWith(Set<Long> ids) {
        return ids.contains(entryId) || ids.contains(barkId);
    }
}
