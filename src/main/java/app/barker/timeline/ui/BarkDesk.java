package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkLinks;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.BarkTextProblem;
import app.barker.bark.BarkVersion;
import app.barker.bark.NewBark;
import app.barker.bark.NotYourBark;
import app.barker.bark.Reactions;
import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.Composer;
import app.barker.bark.ui.DeleteQuestion;
import app.barker.bookmark.Bookmarks;
import app.barker.bookmark.ReminderProblem;
import app.barker.draft.DraftService;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.media.AltText;
import app.barker.media.Attachment;
import app.barker.shared.ui.Toast;
import app.barker.timeline.Timeline;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What a person can do with the barks on a page, the same on every page: one desk for each open view. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class BarkDesk implements BarkFeed.Actions, Composer.Posting {

    private static final Logger LOG = LoggerFactory.getLogger(BarkDesk.class);

    private static final int MOST_NAMES = 8;

    private final Viewer me;
    private final BarkService barks;
    private final Reactions reactions;
    private final Timeline timeline;
    private final FollowService follows;
    private final MuteService mutes;
    private final BlockService blocks;
    private final ProfileService profiles;
    private final DraftService drafts;
    private final Bookmarks bookmarks;
    private @Nullable Composer composer;
    private final List<BarkFeed> feeds = new ArrayList<>();
    private Consumer<BarkCard> posted = bark -> {};
    private Runnable caughtUp = () -> {};
    private Runnable bookmarksChanged = () -> {};

    BarkDesk(
            AuthenticationContext authentication,
            BarkService barks,
            Reactions reactions,
            Timeline timeline,
            FollowService follows,
            MuteService mutes,
            BlockService blocks,
            ProfileService profiles,
            DraftService drafts,
            Bookmarks bookmarks) {
        this.me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        this.barks = barks;
        this.reactions = reactions;
        this.timeline = timeline;
        this.follows = follows;
        this.mutes = mutes;
        this.blocks = blocks;
        this.profiles = profiles;
        this.drafts = drafts;
        this.bookmarks = bookmarks;
    }

    Viewer me() {
        return me;
    }

    BarkFeed feed(BarkFeed.Kind kind, BarkFeed.Source source) {
        BarkFeed feed = new BarkFeed(kind, source, this);
        feeds.add(feed);
        return feed;
    }

    /** The one composer of the page. */
    Composer composer(Composer.Place place) {
        Profile profile = profiles.of(me);
        composer = new Composer(
                profile.username(),
                profile.displayName(),
                AvatarAddress.of(profile.id(), profile.avatarVersion()),
                place,
                this,
                new DraftDesk(me, drafts, timeline));
        return composer;
    }

    /** What the page does with a bark that was just posted on it. */
    void whenPosted(Consumer<BarkCard> posted) {
        this.posted = posted;
    }

    /** What the page does when its browser is back after a lost connection. */
    void whenCaughtUp(Runnable caughtUp) {
        this.caughtUp = caughtUp;
    }

    /** What the page does when its reader has put a bark aside, or wants to be reminded. */
    void whenBookmarksChanged(Runnable changed) {
        this.bookmarksChanged = changed;
    }

    Optional<String> follow(String username, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                follows.follow(me, username);
            } else {
                follows.unfollow(me, username);
            }
        });
    }

    @Override
    public Optional<String> post(String text, UUID key, OptionalLong inReplyTo, List<Composer.Picture> pictures) {
        return BarkText.problemWith(text)
                .filter(problem -> problem != BarkTextProblem.EMPTY || pictures.isEmpty())
                .map(BarkDesk::said)
                .or(() -> Attempt.toSend(() -> {
                    Optional<Long> parent =
                            inReplyTo.isPresent() ? Optional.of(inReplyTo.getAsLong()) : Optional.empty();
                    long id = barks.post(
                            me, new NewBark(new BarkText(text), key, parent, quotedIn(text), attached(pictures)));
                    timeline.card(me, id).ifPresent(posted);
                }));
    }

    @Override
    public Optional<String> edit(long barkId, String text) {
        return BarkText.problemWith(text)
                .map(BarkDesk::said)
                .or(() -> Attempt.toSend(() -> barks.edit(me, barkId, new BarkText(text), quotedIn(text))));
    }

    @Override
    public List<Composer.Person> peopleStartingWith(String prefix) {
        return profiles.startingWith(prefix, MOST_NAMES).stream()
                .filter(person -> !blocks.between(me.id(), person.id()))
                .map(person -> new Composer.Person(
                        person.username(), person.displayName(), AvatarAddress.of(person.id(), person.avatarVersion())))
                .toList();
    }

    @Override
    public Optional<String> like(long barkId, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                reactions.like(me, barkId);
            } else {
                reactions.unlike(me, barkId);
            }
        });
    }

    @Override
    public Optional<String> rebark(long barkId, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                reactions.rebark(me, barkId);
            } else {
                reactions.undoRebark(me, barkId);
            }
        });
    }

    @Override
    public Optional<String> bookmark(long barkId, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                bookmarks.add(me, barkId);
            } else {
                bookmarks.remove(me, barkId);
            }
            bookmarksChanged.run();
        });
    }

    @Override
    public Optional<String> remind(long barkId, Instant at) {
        List<ReminderProblem> problems = new ArrayList<>();
        return Attempt.to(() -> {
                    bookmarks.remind(me, barkId, at).ifPresent(problems::add);
                    bookmarksChanged.run();
                })
                .or(() -> problems.stream()
                        .map(problem -> I18NProvider.translate("reminder.problem." + problem))
                        .findFirst());
    }

    @Override
    public Optional<String> pin(long barkId, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                reactions.pin(me, barkId);
            } else {
                reactions.unpin(me, barkId);
            }
        });
    }

    @Override
    public Optional<String> detachQuote(long barkId) {
        return Attempt.to(() -> barks.detachQuote(me, barkId));
    }

    @Override
    public void askToDelete(long barkId) {
        new DeleteQuestion(() -> delete(barkId)).open();
    }

    @Override
    public Optional<String> textToEdit(long barkId) {
        AtomicReference<String> text = new AtomicReference<>();
        return Attempt.to(() -> text.set(barks.textOf(me, barkId))).isPresent()
                ? Optional.empty()
                : Optional.of(text.get());
    }

    @Override
    public List<BarkVersion> history(long barkId) {
        List<BarkVersion> versions = new ArrayList<>();
        Attempt.to(() -> versions.addAll(barks.history(me, barkId)));
        return versions;
    }

    @Override
    public void askToMuteAuthor(long barkId) {
        timeline.card(me, barkId)
                .map(BarkCard::author)
                .ifPresent(author -> MuteQuestion.ofPerson(
                                author.username(), length -> muteAuthor(author.username(), length))
                        .open());
    }

    @Override
    public void askToMuteThread(long barkId) {
        timeline.card(me, barkId)
                .ifPresent(card -> MuteQuestion.ofThread(length -> muteThread(card, length))
                        .open());
    }

    @Override
    public void askToBlock(long barkId) {
        timeline.card(me, barkId)
                .map(BarkCard::author)
                .ifPresent(author -> new BlockQuestion(author.username(), () -> block(author.username())).open());
    }

    @Override
    public void askToRedraft(long barkId) {
        textToEdit(barkId)
                .ifPresent(text -> DeleteQuestion.beforeRedraft(() -> redraft(barkId, text))
                        .open());
    }

    @Override
    public Optional<BarkCard> card(long barkId) {
        return timeline.card(me, barkId);
    }

    @Override
    public List<BarkChange> changesOf(List<Long> barkIds) {
        caughtUp.run();
        return timeline.changesOf(me, barkIds);
    }

    private void muteAuthor(String username, Optional<Duration> length) {
        Toast.sayIfRefused(Attempt.to(() -> {
            mutes.mutePerson(me, username, length);
            feeds.forEach(feed -> feed.removeBy(username));
        }));
    }

    /** Whether it was done. */
    boolean block(String username) {
        Optional<String> refused = Attempt.to(() -> {
            blocks.block(me, username);
            feeds.forEach(feed -> feed.removeBy(username));
        });
        Toast.sayIfRefused(refused);
        return refused.isEmpty();
    }

    /** Whoever has a thread open goes on reading it there; it leaves lists. */
    private void muteThread(BarkCard card, Optional<Duration> length) {
        Toast.sayIfRefused(Attempt.to(() -> {
            mutes.muteThread(me, card.rootId(), length);
            feeds.stream()
                    .filter(BarkFeed::isList)
                    .forEach(feed ->
                            timeline.inThread(card.rootId(), feed.shown()).forEach(feed::remove));
        }));
    }

    /** An answer becomes an answer again, where there is still something to answer. */
    private void redraft(long barkId, String text) {
        Optional<BarkCard.ReplyTo> parent = timeline.card(me, barkId)
                .flatMap(BarkCard::replyTo)
                .filter(answered -> !answered.username().isEmpty());
        List<Composer.Picture> pictures = new ArrayList<>();
        if (composer == null || !remove(barkId, () -> pictures.addAll(takenBack(barkId)))) {
            return;
        }
        if (parent.isPresent()) {
            String username = parent.get().username();
            composer.beginWith(text, pictures, parent.get().barkId(), username, username);
        } else {
            composer.beginWith(text, pictures);
        }
    }

    private List<Composer.Picture> takenBack(long barkId) {
        return barks.takeBack(me, barkId).stream()
                .map(picture -> new Composer.Picture(picture.id(), picture.alt()))
                .toList();
    }

    private void delete(long barkId) {
        remove(barkId, () -> barks.delete(me, barkId));
    }

    /** What is gone already, or never was theirs, leaves this page all the same. */
    private boolean remove(long barkId, Runnable removal) {
        Optional<String> refused = Attempt.to(() -> {
            try {
                removal.run();
            } catch (NotYourBark gone) {
                LOG.debug("Deleted in another tab meanwhile, or never theirs: it leaves this page alone", gone);
            }
        });
        Toast.sayIfRefused(refused);
        if (refused.isEmpty()) {
            feeds.forEach(feed -> feed.remove(barkId));
        }
        return refused.isEmpty();
    }

    private static List<Attachment> attached(List<Composer.Picture> pictures) {
        return pictures.stream()
                .map(each -> new Attachment(each.id(), Optional.of(new AltText(each.alt()))))
                .toList();
    }

    private static String said(BarkTextProblem problem) {
        return I18NProvider.translate("bark.problem." + problem);
    }

    private static Optional<Long> quotedIn(String text) {
        return BarkLinks.firstIn(
                text,
                URI.create(VaadinServletRequest.getCurrent().getRequestURL().toString()));
    }
}
