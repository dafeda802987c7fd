package app.barker.signin;

import app.barker.account.Viewer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One log-in, from the password until its end. Whatever opens a page in its name hangs on it. */
@Entity
@Table(name = "sign_ins")
class SignIn {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private SignInMethod method;

    private boolean remembered;

    private String browser;

    private String operatingSystem;

    private String address;

    private boolean newPlace;

    private Instant createdAt;

    private Instant lastSeenAt;

    private Instant provenAt;

    private Instant expiresAt;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 30)
    private @Nullable SignInEnd endedWhy;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SignIn() {}

    private SignIn(
            SignInMethod method,
            Viewer viewer,
            Origin from,
            boolean newPlace,
            Instant now,
            Duration longest,
            boolean remembered) {
        this.accountId = viewer.id();
        this.method = method;
        this.remembered = remembered;
        this.browser = from.browser();
        this.operatingSystem = from.operatingSystem();
        this.address = from.address();
        this.newPlace = newPlace;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.provenAt = now;
        this.expiresAt = now.plus(longest);
    }

    static SignIn byPassword(
            Viewer viewer, Origin from, boolean newPlace, Instant now, Duration longest, boolean remembered) {
        return new SignIn(SignInMethod.PASSWORD, viewer, from, newPlace, now, longest, remembered);
    }

    static SignIn forLab(Viewer viewer, Origin from, Instant now, Duration longest) {
        return new SignIn(SignInMethod.LAB, viewer, from, false, now, longest, true);
    }

    boolean isForLab() {
        return method == SignInMethod.LAB;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }

    long accountId() {
        return accountId;
    }

    boolean isOpenAt(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    boolean isProvenAt(Instant now, Duration lasts) {
        return now.isBefore(provenAt.plus(lasts));
    }

    void proveAt(Instant now) {
        provenAt = now;
        lastSeenAt = now;
    }

    void resumeAt(Instant now, Origin from) {
        lastSeenAt = now;
        address = from.address();
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isRemembered() {
        return remembered;
    }

    Origin origin() {
        return new Origin(address, browser, operatingSystem);
    }

    OwnSignIn asSeenFrom(long currentId) {
        return new OwnSignIn(
                id(),
                id() == currentId,
                method,
                remembered,
                browser,
                operatingSystem,
                address,
                newPlace,
                createdAt,
                lastSeenAt,
                expiresAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(endedWhy));
    }
}
