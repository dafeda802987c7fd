package app.barker.api;

import app.barker.account.Viewer;
import app.barker.bark.BarkLinks;
import app.barker.bark.BarkNotFound;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.BarkTextProblem;
import app.barker.bark.BarkThread;
import app.barker.bark.NewBark;
import app.barker.bark.Reactions;
import app.barker.bookmark.Bookmarks;
import app.barker.media.Attachment;
import app.barker.timeline.Threads;
import app.barker.timeline.Timeline;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Barks: reading, posting, editing, deleting, and what one makes of those of others. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/barks")
class BarksApi {

    private final BarkService barks;
    private final Reactions reactions;
    private final Bookmarks bookmarks;
    private final Timeline timeline;
    private final Threads threads;
    private final Idempotency idempotency;

    BarksApi(
            BarkService barks,
            Reactions reactions,
            Bookmarks bookmarks,
            Timeline timeline,
            Threads threads,
            Idempotency idempotency) {
        this.barks = barks;
        this.reactions = reactions;
        this.bookmarks = bookmarks;
        this.timeline = timeline;
        this.threads = threads;
        this.idempotency = idempotency;
    }

    /**
     * What is said.
     *
     * @param text may be missing where there are pictures
     * @param inReplyTo the id of the bark that it answers
     * @param mediaIds up to four pictures that it shows, in this order; see {@link MediaApi}
     */
    record Post(
            @Nullable String text,
            @Nullable String inReplyTo,
            @Nullable List<@Nullable String> mediaIds) {}

    record Edit(@Nullable String text) {}

    /** The bark's address stands in the header Location. */
    @PostMapping
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApiBark.class)))
    ResponseEntity<?> post(
            @AuthenticationPrincipal Viewer me,
            @RequestHeader("Idempotency-Key") Optional<@Pattern(regexp = "[\\x21-\\x7e]{1,100}") String> key,
            @RequestBody Post post) {
        List<Attachment> media = Optional.ofNullable(post.mediaIds()).orElse(List.of()).stream()
                .map(BarksApi::attachment)
                .toList();
        BarkText text = text(post.text(), !media.isEmpty());
        Optional<Long> parent = Optional.ofNullable(post.inReplyTo()).map(BarksApi::parent);
        return idempotency.once(
                me, key, post, postKey -> post(me, new NewBark(text, postKey, parent, quotedIn(text), media)));
    }

    @GetMapping("/{id}")
    ApiBark get(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        return shown(me, id);
    }

    /** Says something else in a bark of one's own. */
    @PatchMapping("/{id}")
    ApiBark edit(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id, @RequestBody Edit edit) {
        BarkText text = text(edit.text(), false);
        barks.edit(me, id.value(), text, quotedIn(text));
        return shown(me, id);
    }

    /** Deletes a bark of one's own, for good. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        barks.delete(me, id.value());
    }

    @GetMapping("/{id}/thread")
    ApiThread thread(
            @AuthenticationPrincipal Viewer me, @PathVariable BarkId id, @RequestParam Optional<Cursor> behind) {
        BarkThread thread = threads.around(me, id.value()).orElseThrow(BarkNotFound::new);
        BarkThread shown = behind.map(
                        each -> new BarkThread(thread.upper(), threads.replies(me, id.value(), each.entryId())))
                .orElse(thread);
        Optional<String> next = shown.replies().more()
                ? Optional.of(ApiAddresses.furtherReplies(shown.replies().next()))
                : Optional.empty();
        return ApiThread.of(shown, next);
    }

    @PutMapping("/{id}/like")
    ApiBark like(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        reactions.like(me, id.value());
        return shown(me, id);
    }

    @DeleteMapping("/{id}/like")
    ApiBark unlike(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        reactions.unlike(me, id.value());
        return shown(me, id);
    }

    @PutMapping("/{id}/rebark")
    ApiBark rebark(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        reactions.rebark(me, id.value());
        return shown(me, id);
    }

    @DeleteMapping("/{id}/rebark")
    ApiBark undoRebark(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        reactions.undoRebark(me, id.value());
        return shown(me, id);
    }

    /** Puts it aside; nobody else learns of that. */
    @PutMapping("/{id}/bookmark")
    ApiBark bookmark(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        bookmarks.add(me, id.value());
        return shown(me, id);
    }

    @DeleteMapping("/{id}/bookmark")
    ApiBark removeBookmark(@AuthenticationPrincipal Viewer me, @PathVariable BarkId id) {
        bookmarks.remove(me, id.value());
        return shown(me, id);
    }

    private ResponseEntity<ApiBark> post(Viewer me, NewBark bark) {
        long id = barks.post(me, bark);
        return ResponseEntity.created(URI.create(ApiAddresses.bark(id))).body(shown(me, new BarkId(id)));
    }

    private ApiBark shown(Viewer me, BarkId id) {
        return timeline.card(me, id.value()).map(ApiBark::of).orElseThrow(BarkNotFound::new);
    }

    private static BarkText text(@Nullable String typed, boolean mayBeEmpty) {
        String text = typed == null ? "" : typed;
        BarkText.problemWith(text)
                .filter(problem -> problem != BarkTextProblem.EMPTY || !mayBeEmpty)
                .ifPresent(problem -> {
                    throw new Refused("text", "bark.problem." + problem);
                });
        return new BarkText(text);
    }

    private static long parent(String id) {
        try {
            return BarkId.valueOf(id).value();
        } catch (IllegalArgumentException noId) {
            throw new Refused("inReplyTo", "api.no-bark", noId);
        }
    }

    private static Attachment attachment(@Nullable String id) {
        try {
            return new Attachment(BarkId.valueOf(String.valueOf(id)).value(), Optional.empty());
        } catch (IllegalArgumentException noId) {
            throw new Refused("mediaIds", "media.problem.NOT_THERE", noId);
        }
    }

    private static Optional<Long> quotedIn(BarkText text) {
        return BarkLinks.firstIn(text.value(), URI.create(ApiAddresses.here()));
    }
}
