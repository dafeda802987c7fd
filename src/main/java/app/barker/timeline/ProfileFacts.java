package app.barker.timeline;

import app.barker.account.AccountService;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A person as their profile shows them to one reader. */
@Repository
public class ProfileFacts {

    private final AccountService accounts;
    private final ProfileService profiles;
    private final Readers readers;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProfileFacts(AccountService accounts, ProfileService profiles, Readers readers, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.readers = readers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who they are, how much there is of them, and what stands between them and the reader.
     *
     * @param followed by the reader
     * @param followsYou whether that person follows the reader
     */
    public record Facts(
            Profile profile,
            long barks,
            long following,
            long followers,
            boolean mine,
            boolean followed,
            boolean followsYou,
            boolean muted) {}

    /** Empty where nobody has this name, and where a block stands between: that looks the same. */
    @Transactional(readOnly = true)
    public Optional<Facts> find(Viewer me, String username) {
        ReaderRules rules = readers.rulesOf(me);
        return profiles.find(username)
                .filter(profile -> !rules.isBlocked(profile.id()))
                .map(profile -> facts(me, rules, profile));
    }

    /** What somebody is called now who once had this name, for readers who may find them. */
    @Transactional(readOnly = true)
    public Optional<String> presentNameOf(Viewer me, String formerName) {
        return accounts.presentNameOf(formerName)
                .flatMap(profiles::find)
                .filter(profile -> !readers.rulesOf(me).isBlocked(profile.id()))
                .map(Profile::username);
    }

    private Facts facts(Viewer me, ReaderRules rules, Profile profile) {
        return jdbc.sql("""
                        select (select count(*) from barks where author_id = :person) as barks,
                            (select count(*) from follows where follower_id = :person) as following,
                            (select count(*) from follows where followee_id = :person) as followers,
                            exists (select 1 from follows where follower_id = :person and followee_id = :me) as follows_you
                        """)
                .param("person", profile.id())
                .param("me", me.id())
                .query((row, number) -> new Facts(
                        profile,
                        row.getLong("barks"),
                        row.getLong("following"),
                        row.getLong("followers"),
                        profile.id() == me.id(),
                        rules.follows(profile.id()),
                        row.getBoolean("follows_you"),
                        rules.isMuted(profile.id(), clock.instant())))
                .single();
    }
}
