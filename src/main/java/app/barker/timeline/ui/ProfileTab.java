package app.barker.timeline.ui;

import java.util.Optional;
import java.util.stream.Stream;

/** What a profile shows below its head; named so in the address. */
enum ProfileTab {
    BARKS(""),
    REPLIES("replies"),
    MEDIA("media"),
    LIKES("likes");

    private final String path;

    ProfileTab(String path) {
        this.path = path;
    }

    /** Empty for what no tab is called. The first has no name: its address is the profile's own. */
    static Optional<ProfileTab> named(String path) {
        return Stream.of(REPLIES, MEDIA, LIKES)
                .filter(tab -> tab.path.equals(path))
                .findFirst();
    }

    String path() {
        return path;
    }
}
