package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.bark.ui.Composer;
import app.barker.draft.Draft;
import app.barker.draft.DraftProblem;
import app.barker.draft.DraftService;
import app.barker.draft.Writing;
import app.barker.timeline.Timeline;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What a person does with their drafts, the same on every page. */
final class DraftDesk implements Composer.Drafting {

    /** As much of a draft as a list shows. */
    private static final int BEGINNING = 200;

    private final Viewer me;
    private final DraftService drafts;
    private final Timeline timeline;

    DraftDesk(Viewer me, DraftService drafts, Timeline timeline) {
        this.me = me;
        this.drafts = drafts;
        this.timeline = timeline;
    }

    @Override
    public Optional<String> save(String text, UUID key, OptionalLong inReplyTo, List<UUID> earlier) {
        Optional<Long> parent = inReplyTo.isPresent() ? Optional.of(inReplyTo.getAsLong()) : Optional.empty();
        List<DraftProblem> problems = new ArrayList<>();
        return Attempt.toKeep(() ->
                        drafts.save(me, new Writing(key, text, parent, earlier)).ifPresent(problems::add))
                .or(() -> problems.stream()
                        .map(problem -> I18NProvider.translate("draft.problem." + problem))
                        .findFirst());
    }

    @Override
    public List<Kept> drafts() {
        return drafts.draftsOf(me).stream().map(DraftDesk::kept).toList();
    }

    /** What it answers is shown by the reader's rules of today. */
    @Override
    public Optional<Opened> open(UUID key) {
        return drafts.find(me, key)
                .map(draft -> new Opened(
                        draft.text(),
                        draft.inReplyTo().isPresent(),
                        draft.inReplyTo().flatMap(barkId -> timeline.card(me, barkId))));
    }

    @Override
    public void discard(Collection<UUID> keys) {
        drafts.discard(me, keys);
    }

    private static Kept kept(Draft draft) {
        String text = draft.text().strip();
        int end = text.offsetByCodePoints(0, Math.min(BEGINNING, text.codePointCount(0, text.length())));
        return new Kept(draft.key(), text.substring(0, end), draft.inReplyTo().isPresent(), draft.savedAt());
    }
}
