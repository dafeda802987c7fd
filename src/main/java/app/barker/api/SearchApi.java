package app.barker.api;

import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.search.SearchQuery;
import app.barker.timeline.PeopleSearch;
import app.barker.timeline.Timeline;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding barks and people, by the words that the page of the search takes. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/search")
class SearchApi {

    private final Timeline timeline;
    private final PeopleSearch people;

    SearchApi(Timeline timeline, PeopleSearch people) {
        this.timeline = timeline;
        this.people = people;
    }

    /**
     * A stretch of what was found, the newest bark first.
     *
     * @param people whose names begin so; on the first page alone
     * @param next the address of what follows; null at the end. Also in the header Link (RFC 8288)
     */
    record Found(List<ApiBark> barks, List<ApiBark.Author> people, Optional<String> next) {}

    @GetMapping
    ResponseEntity<Found> search(
            @AuthenticationPrincipal Viewer me,
            @RequestParam String q,
            @RequestParam Optional<Cursor> before,
            @RequestParam(defaultValue = ApiPage.USUAL) @Min(1) @Max(ApiPage.LONGEST) int limit) {
        SearchQuery query = SearchQuery.of(q);
        query.problem().ifPresent(problem -> {
            throw new Refused("q", "search.problem." + problem);
        });
        BarkPage page = timeline.found(me, query, before.map(Cursor::entryId).orElse(Timeline.NEWEST), limit);
        List<ApiBark.Author> named = before.isPresent()
                ? List.of()
                : people.found(me, query).stream()
                        .map(person -> ApiBark.Author.of(person, ApiAddresses.here()))
                        .toList();
        Optional<String> next = ApiPage.next(page, limit);
        return ResponseEntity.ok()
                .headers(ApiPage.link(next))
                .body(new Found(page.barks().stream().map(ApiBark::of).toList(), named, next));
    }
}
