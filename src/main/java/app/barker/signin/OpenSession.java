package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;

/**
 * What a servlet session knows of the sign-in that it hangs on. Several can hang on one: each time a remembered browser comes
 * back, it gets another session.
 */
public final class OpenSession implements HttpSessionBindingListener {

    private static final String ATTRIBUTE = OpenSession.class.getName();

    private final OpenSessions all;
    private final HttpSession session;
    private final SignedIn signedIn;
    private final boolean remembered;
    private final Instant begunAt;
    private final Instant expiresAt;
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile Optional<Absence> absence;
    private volatile Instant lastActAt;
    private volatile String cookie = "";

    OpenSession(
            OpenSessions all,
            HttpSession session,
            SignedIn signedIn,
            boolean remembered,
            Instant begunAt,
            Instant now,
            Instant expiresAt,
            Optional<Absence> absence) {
        this.all = all;
        this.session = session;
        this.signedIn = signedIn;
        this.remembered = remembered;
        this.begunAt = begunAt;
        this.lastActAt = now;
        this.expiresAt = expiresAt;
        this.absence = absence;
    }

    /** Empty in a visitor's session. */
    public static Optional<OpenSession> in(HttpSession session) {
        return Optional.ofNullable((OpenSession) session.getAttribute(ATTRIBUTE));
    }

    static Optional<OpenSession> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(OpenSession::in);
    }

    void bind() {
        session.setAttribute(ATTRIBUTE, this);
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }

    /** The container's, in which its pages are found. */
    public HttpSession session() {
        return session;
    }

    /** Who asks, for the services. */
    public SignedIn signedIn() {
        return signedIn;
    }

    /** True for the first of those who want to end it. */
    boolean beginsToEnd() {
        return ending.compareAndSet(false, true);
    }

    /** Whether its pages are being told that it is over; it opens nothing any more. */
    public boolean isEnding() {
        return ending.get();
    }

    /** A person has done something: the time that a session may be idle begins again. */
    void act(Instant now) {
        lastActAt = now;
    }

    Instant lastActAt() {
        return lastActAt;
    }

    /** By when it ends if nothing is done in it. */
    public Instant idleEnd(Duration longestIdle) {
        return lastActAt.plus(longestIdle);
    }

    /** By when it ends, whatever is done in it. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** When the password was typed that the sign-in began with. */
    public Instant begunAt() {
        return begunAt;
    }

    /** What came before this session; empty for who has not been here before, and once it has been caught up with. */
    public Optional<Absence> absence() {
        return absence;
    }

    /** They know what happened meanwhile. */
    public void caughtUp() {
        absence = Optional.empty();
    }

    /** Whether the browser may come back without a password. */
    public boolean isRemembered() {
        return remembered;
    }

    /** A short hash of the session's id: safe to show. */
    public String fingerprint() {
        return Fingerprint.of(session.getId());
    }

    /** The line by which the server set the session's cookie last, with its value left out; empty where it is not known. */
    public String cookie() {
        return cookie;
    }

    /** Gives the session another id: whoever kept the old one has nothing. */
    String rotate(HttpServletRequest request, HttpServletResponse response) {
        String before = fingerprint();
        request.changeSessionId();
        keepCookie(response);
        return before;
    }

    void keepCookie(HttpServletResponse response) {
        String id = session.getId();
        Collection<String> lines = response.getHeaders(HttpHeaders.SET_COOKIE);
        lines.stream()
                .filter(line -> line.contains("=" + id))
                .reduce((first, last) -> last)
                .ifPresent(line -> cookie = line.replace(id, ""));
    }
}
