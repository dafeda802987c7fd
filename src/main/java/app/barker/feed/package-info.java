/**
 * Atom feeds (RFC 4287) by secret addresses, for readers that cannot log in. Read {@link app.barker.feed.Feeds} first, then
 * {@link app.barker.feed.FeedDoor}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "bark",
            "follow",
            "media",
            "shared",
            "shared :: ui",
            "signin",
            "signin :: ui",
            "timeline"
        })
package app.barker.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
