package app.barker.timeline;

import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard.Author;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import app.barker.search.SearchQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds people whose names begin with what somebody typed; nobody whom a block or a mute keeps away. */
@Repository
public class PeopleSearch {

    private final ProfileService profiles;
    private final Readers readers;
    private final Clock clock;

    PeopleSearch(ProfileService profiles, Readers readers, Clock clock) {
        this.profiles = profiles;
        this.readers = readers;
        this.clock = clock;
    }

    /** Of the username first; some, where there are many. Nobody where something else than a name is sought. */
    @Transactional(readOnly = true)
    public List<Author> found(Viewer me, SearchQuery query) {
        ReaderRules rules = readers.rulesOf(me);
        Instant now = clock.instant();
        return query.name().stream()
                .flatMap(name -> profiles.startingWith(name, ProfileService.MOST_OFFERED).stream())
                .filter(person -> !rules.hidesPerson(person.id(), now))
                .map(person -> new Author(person.id(), person.username(), person.displayName(), person.avatarVersion()))
                .toList();
    }
}
