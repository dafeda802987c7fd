package app.barker.api;

import app.barker.account.AccountGone;
import app.barker.account.PersonStanding;
import app.barker.account.Viewer;
import app.barker.follow.PersonNotFound;
import app.barker.moderation.PeopleAdministration;
import app.barker.signin.Origin;
import app.barker.signin.SignedIn;
import app.barker.token.Parent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bans, for programs that an administrator has trusted with them. What hangs on a session has to have proven itself of late, as
 * on the pages; a token was made after such a proof.
 */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/moderation/users")
class ModerationApi {

    private final PeopleAdministration people;

    ModerationApi(PeopleAdministration people) {
        this.people = people;
    }

    /** Somebody as administrators see them. */
    record Standing(
            String username,
            boolean administrator,
            Instant createdAt,
            Optional<Instant> bannedAt,
            Optional<String> banReason) {

        static Standing of(PersonStanding person) {
            return new Standing(
                    person.username(),
                    person.isAdministrator(),
                    person.createdAt(),
                    person.bannedAt(),
                    person.banReason());
        }
    }

    /** The first by name, {@link PeopleAdministration#MOST_FOUND} at most. */
    record Standings(List<Standing> items) {}

    /** @param reason which the banned one reads */
    record Ban(@Nullable String reason) {}

    /** Those whose name begins like this. */
    @GetMapping
    Standings find(@AuthenticationPrincipal Viewer me, @RequestParam(defaultValue = "") String name) {
        return new Standings(people.find(me, name).stream().map(Standing::of).toList());
    }

    @PutMapping("/{username}/ban")
    Standing ban(
            @AuthenticationPrincipal Viewer me,
            @PathVariable String username,
            @RequestBody Ban ban,
            HttpServletRequest request) {
        String reason = Optional.ofNullable(ban.reason()).orElse("");
        Parent parent = Callers.current().parent();
        return act(me, username, person -> {
            if (parent.kind() == Parent.Kind.TOKEN) {
                people.banByToken(me, Origin.of(request), person, reason);
            } else {
                people.ban(new SignedIn(me, parent.id()), person, reason);
            }
        });
    }

    @DeleteMapping("/{username}/ban")
    Standing unban(@AuthenticationPrincipal Viewer me, @PathVariable String username, HttpServletRequest request) {
        Parent parent = Callers.current().parent();
        return act(me, username, person -> {
            if (parent.kind() == Parent.Kind.TOKEN) {
                people.unbanByToken(me, Origin.of(request), person);
            } else {
                people.unban(new SignedIn(me, parent.id()), person);
            }
        });
    }

    /** What is done to somebody. */
    @FunctionalInterface
    private interface Act {
        void to(long person);
    }

    private Standing act(Viewer me, String username, Act act) {
        try {
            act.to(named(me, username).id());
        } catch (AccountGone meanwhile) {
            // It is theirs that is gone: one's own was looked at before.
            throw new PersonNotFound();
        }
        return Standing.of(named(me, username));
    }

    /** Those who are banned, too, whom no other operation finds. */
    private PersonStanding named(Viewer me, String username) {
        return people.find(me, username).stream()
                .filter(person -> person.username().equals(username.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(PersonNotFound::new);
    }
}
