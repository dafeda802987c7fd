package app.barker.feed;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.shared.Allowance;
import app.barker.shared.Secret;
import app.barker.shared.Texts;
import app.barker.signin.Origin;
import app.barker.timeline.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where feed readers come in: by the secret in the address and nothing else. What they get is what the owner of the feed may and
 * wants to read, as of this moment.
 */
@RestController
class FeedDoor {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    /** Who comes once a day misses little. */
    private static final int ENTRIES = 60;

    private final Feeds feeds;
    private final Timeline timeline;
    private final Allowance allowance;

    FeedDoor(Feeds feeds, Timeline timeline, FeedSettings settings, Clock clock) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.allowance = new Allowance(settings.readsPerHour(), Duration.ofHours(1), clock);
    }

    @GetMapping("/feeds/{secret}")
    ResponseEntity<byte[]> read(@PathVariable String secret, HttpServletRequest request, Locale locale)
            throws XMLStreamException {
        Optional<FeedTable.Found> found = feeds.find(secret);
        if (found.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        OwnFeed feed = found.get().feed();
        Allowance.Left left = allowance.tryToTake(feed.id());
        if (!left.taken()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(left.untilFull().plusMillis(999).toSeconds()))
                    .build();
        }
        feeds.read(feed, Origin.of(request).address());
        String here =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        AtomDocument document =
                new AtomDocument(feed, page(found.get().owner(), feed.subject()).barks(), here, Texts.in(locale));
        byte[] bytes = document.bytes(here + "/feeds/" + secret);
        // Spring answers 304 where the reader has this one.
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(Secret.hash(new String(bytes, StandardCharsets.UTF_8)))
                .lastModified(document.updated())
                .body(bytes);
    }

    private BarkPage page(Viewer owner, FeedSubject subject) {
        return switch (subject) {
            case FeedSubject.Home() -> timeline.home(owner, Timeline.NEWEST, ENTRIES);
            case FeedSubject.OfPerson person -> timeline.barksOf(owner, person.accountId(), Timeline.NEWEST, ENTRIES);
            case FeedSubject.Tagged tagged -> timeline.tagged(owner, tagged.tag(), Timeline.NEWEST, ENTRIES);
        };
    }
}
