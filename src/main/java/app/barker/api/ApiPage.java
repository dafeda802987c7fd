package app.barker.api;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A stretch of a list, the newest first. It may be shorter than asked for, even empty, where the reader's mutes took barks out,
 * and still go on.
 *
 * @param next the address of what follows; null at the end. Also in the header Link (RFC 8288)
 */
record ApiPage(List<ApiBark> barks, Optional<String> next) {

    static final String USUAL = "20";
    static final int LONGEST = 100;

    /** What brings a page: one of the lists of {@link Timeline}. */
    @FunctionalInterface
    interface Source {
        BarkPage page(Viewer me, long before, int size);
    }

    static ResponseEntity<ApiPage> of(Source source, Viewer me, Optional<Cursor> before, int limit) {
        BarkPage page = source.page(me, before.map(Cursor::entryId).orElse(Timeline.NEWEST), limit);
        Optional<String> next = next(page, limit);
        List<ApiBark> barks = page.barks().stream().map(ApiBark::of).toList();
        return ResponseEntity.ok().headers(link(next)).body(new ApiPage(barks, next));
    }

    static Optional<String> next(BarkPage page, int limit) {
        return page.more() ? Optional.of(ApiAddresses.nextPage(page.next(), limit)) : Optional.empty();
    }

    static HttpHeaders link(Optional<String> next) {
        HttpHeaders headers = new HttpHeaders();
        next.ifPresent(address -> headers.add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return headers;
    }
}
