package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.timeline.ProfileFacts.Facts;
import app.barker.timeline.Suggestions;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;

/** What a person can do about other people, the same on every page. */
@SpringComponent
class PeopleDesk {

    private static final int MOST_SUGGESTED = 3;

    private final FollowService follows;
    private final MuteService mutes;
    private final Suggestions suggestions;

    PeopleDesk(FollowService follows, MuteService mutes, Suggestions suggestions) {
        this.follows = follows;
        this.mutes = mutes;
        this.suggestions = suggestions;
    }

    /** The rail. */
    WhoToFollow whoToFollow(Viewer me) {
        return WhoToFollow.beside(people(me), (username, on) -> follow(me, username, on));
    }

    /** For who follows nobody yet. */
    WhoToFollow welcome(Viewer me) {
        return WhoToFollow.welcoming(people(me), (username, on) -> follow(me, username, on));
    }

    ProfileHead head(BarkDesk desk, Facts person) {
        return new PersonHead(desk, mutes, person).component();
    }

    private Optional<String> follow(Viewer me, String username, boolean on) {
        return Attempt.to(() -> {
            if (on) {
                follows.follow(me, username);
            } else {
                follows.unfollow(me, username);
            }
        });
    }

    private List<WhoToFollow.Person> people(Viewer me) {
        return suggestions.forReader(me, MOST_SUGGESTED).stream()
                .map(person -> new WhoToFollow.Person(
                        person.username(), person.displayName(), Pictures.of(person.id(), person.avatarVersion()), ""))
                .toList();
    }
}
