package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page may know of its session, also when its own connection is gone. Asking is no use of the session; POST is. */
@RestController
class SessionController {

    static final String PATH = "/session";

    private final SessionSettings settings;
    private final Clock clock;

    SessionController(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param account the username; empty when nobody is logged in
     * @param idle how long the session may be idle, in milliseconds
     * @param idleLeft until the session ends if nothing is done, in milliseconds
     * @param left until it ends whatever is done, in milliseconds
     * @param warnBefore how long before either end a person is asked, in milliseconds
     */
    record State(String account, boolean remembered, long idle, long idleLeft, long left, long warnBefore) {}

    @GetMapping(PATH)
    ResponseEntity<State> look(HttpServletRequest request) {
        return state(request);
    }

    /** "Stay logged in". */
    @PostMapping(PATH)
    ResponseEntity<State> stay(HttpServletRequest request) {
        return state(request);
    }

    private ResponseEntity<State> state(HttpServletRequest request) {
        Optional<OpenSession> session = OpenSession.in(request).filter(each -> !each.isEnding());
        Instant now = clock.instant();
        State state = session.map(each -> new State(
                        each.signedIn().viewer().username(),
                        each.isRemembered(),
                        settings.idle().toMillis(),
                        leftUntil(each.idleEnd(settings.idle()), now),
                        leftUntil(each.expiresAt(), now),
                        settings.warnBefore().toMillis()))
                .orElse(new State(
                        "",
                        false,
                        settings.idle().toMillis(),
                        0,
                        0,
                        settings.warnBefore().toMillis()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state);
    }

    private static long leftUntil(Instant end, Instant now) {
        return Math.max(0, Duration.between(now, end).toMillis());
    }
}
