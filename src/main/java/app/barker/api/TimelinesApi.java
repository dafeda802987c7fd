package app.barker.api;

import app.barker.account.Viewer;
import app.barker.timeline.Timeline;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of barks. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/timelines")
class TimelinesApi {

    private final Timeline timeline;

    TimelinesApi(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/home")
    ResponseEntity<ApiPage> home(
            @AuthenticationPrincipal Viewer me,
            @RequestParam Optional<Cursor> before,
            @RequestParam(defaultValue = ApiPage.USUAL) @Min(1) @Max(ApiPage.LONGEST) int limit) {
        return ApiPage.of(timeline::home, me, before, limit);
    }

    @GetMapping("/everyone")
    ResponseEntity<ApiPage> everyone(
            @AuthenticationPrincipal Viewer me,
            @RequestParam Optional<Cursor> before,
            @RequestParam(defaultValue = ApiPage.USUAL) @Min(1) @Max(ApiPage.LONGEST) int limit) {
        return ApiPage.of(timeline::everyone, me, before, limit);
    }
}
