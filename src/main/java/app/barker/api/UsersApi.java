package app.barker.api;

import app.barker.account.Viewer;
import app.barker.follow.FollowService;
import app.barker.follow.PersonNotFound;
import app.barker.timeline.ProfileFacts;
import app.barker.timeline.Timeline;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People, and following them. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/users/{username}")
class UsersApi {

    private final ProfileFacts profiles;
    private final FollowService follows;
    private final Timeline timeline;

    UsersApi(ProfileFacts profiles, FollowService follows, Timeline timeline) {
        this.profiles = profiles;
        this.follows = follows;
        this.timeline = timeline;
    }

    /** Somebody as their profile shows them to the one who asks. */
    record User(
            String username,
            String displayName,
            String bio,
            Optional<String> avatarUrl,
            Instant createdAt,
            UserCounts counts,
            UserMarks viewer) {

        static User of(ProfileFacts.Facts facts) {
            return new User(
                    facts.profile().username(),
                    facts.profile().displayName(),
                    facts.profile().bio(),
                    ApiAddresses.avatar(
                            ApiAddresses.here(),
                            facts.profile().id(),
                            facts.profile().avatarVersion()),
                    facts.profile().since(),
                    new UserCounts(facts.barks(), facts.following(), facts.followers()),
                    new UserMarks(facts.followed(), facts.followsYou(), facts.muted()));
        }
    }

    record UserCounts(long barks, long following, long followers) {}

    /** What stands between them and the one who asks. */
    record UserMarks(boolean following, boolean followedBy, boolean muted) {}

    @GetMapping
    User get(@AuthenticationPrincipal Viewer me, @PathVariable String username) {
        return User.of(facts(me, username));
    }

    /** What they say and pass on, without replies. */
    @GetMapping("/barks")
    ResponseEntity<ApiPage> barks(
            @AuthenticationPrincipal Viewer me,
            @PathVariable String username,
            @RequestParam Optional<Cursor> before,
            @RequestParam(defaultValue = ApiPage.USUAL) @Min(1) @Max(ApiPage.LONGEST) int limit) {
        long person = facts(me, username).profile().id();
        return ApiPage.of((reader, from, size) -> timeline.barksOf(reader, person, from, size), me, before, limit);
    }

    @PutMapping("/follow")
    User follow(@AuthenticationPrincipal Viewer me, @PathVariable String username) {
        follows.follow(me, username);
        return User.of(facts(me, username));
    }

    @DeleteMapping("/follow")
    User unfollow(@AuthenticationPrincipal Viewer me, @PathVariable String username) {
        follows.unfollow(me, username);
        return User.of(facts(me, username));
    }

    private ProfileFacts.Facts facts(Viewer me, String username) {
        return profiles.find(me, username).orElseThrow(PersonNotFound::new);
    }
}
