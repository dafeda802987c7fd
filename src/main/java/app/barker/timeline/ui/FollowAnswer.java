package app.barker.timeline.ui;

import java.util.Optional;

/** What the browser is told: whether what it shows already is so, or else why not. */
record FollowAnswer(boolean done, String why) {

    static FollowAnswer to(Optional<String> refused) {
        return new FollowAnswer(refused.isEmpty(), refused.orElse(""));
    }
}
