package app.barker.api;

import app.barker.account.Viewer;
import app.barker.notification.Notification;
import app.barker.notification.NotificationKind;
import app.barker.notification.NotificationPage;
import app.barker.notification.Notifications;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the one who asks is told of. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/notifications")
class NotificationsApi {

    private final Notifications notifications;

    NotificationsApi(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * As {@link Notification}.
     *
     * @param people those who did it last; {@code count} says how many did
     * @param barkId the answer or the mention, or one's own bark; null for followers
     */
    record Told(
            String id,
            String kind,
            Instant at,
            boolean unread,
            List<ApiBark.Author> people,
            long count,
            Optional<String> barkId) {

        static Told of(Notification told, String here) {
            return new Told(
                    String.valueOf(told.id()),
                    told.kind().name().toLowerCase(Locale.ROOT),
                    told.at(),
                    told.unread(),
                    told.people().stream()
                            .map(person -> ApiBark.Author.of(person, here))
                            .toList(),
                    told.count(),
                    told.about().map(bark -> String.valueOf(bark.barkId())));
        }
    }

    /** As {@link ApiPage}. */
    record ToldPage(List<Told> notifications, Optional<String> next) {}

    /** @param upTo the id of the newest one that was seen */
    record Seen(@Nullable String upTo) {}

    @GetMapping
    ResponseEntity<ToldPage> list(
            @AuthenticationPrincipal Viewer me,
            @RequestParam Optional<Cursor> before,
            @RequestParam(defaultValue = ApiPage.USUAL) @Min(1) @Max(ApiPage.LONGEST) int limit) {
        NotificationPage page = notifications.page(
                me,
                EnumSet.allOf(NotificationKind.class),
                before.map(Cursor::entryId).orElse(Notifications.NEWEST),
                limit);
        Optional<String> next = page.more() ? Optional.of(ApiAddresses.nextPage(page.next(), limit)) : Optional.empty();
        HttpHeaders headers = new HttpHeaders();
        next.ifPresent(address -> headers.add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        String here = ApiAddresses.here();
        List<Told> told =
                page.notifications().stream().map(each -> Told.of(each, here)).toList();
        return ResponseEntity.ok().headers(headers).body(new ToldPage(told, next));
    }

    /** All up to one of them have been read; what has come since stays new. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@AuthenticationPrincipal Viewer me, @RequestBody Seen seen) {
        notifications.markRead(me, upTo(seen));
    }

    private static long upTo(Seen seen) {
        try {
            return Cursor.valueOf(Optional.ofNullable(seen.upTo()).orElse("")).entryId();
        } catch (IllegalArgumentException noId) {
            throw new Refused("upTo", "api.no-notification", noId);
        }
    }
}
