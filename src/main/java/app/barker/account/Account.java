package app.barker.account;

import app.barker.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who can log in. What changes one thing of it leaves alone what changes at the same moment elsewhere. */
@Entity
@DynamicUpdate
@Table(name = "users")
@SuppressWarnings("UnusedVariable") // profiles are read by SQL
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private Role role;

    private Instant createdAt;

    private @Nullable String displayName;

    private @Nullable String bio;

    private @Nullable String avatarVersion;

    private @Nullable Instant bannedAt;

    private @Nullable String banReason;

    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private @Nullable Language language;

    private byte[] usernameKey;

    private byte @Nullable [] displayNameKey;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Account() {}

    private Account(Username username, String passwordHash, Instant createdAt) {
        this.username = username.value();
        this.usernameKey = NameKey.of(username.value());
        this.passwordHash = passwordHash;
        this.role = Role.USER;
        this.createdAt = createdAt;
    }

    static Account of(Username username, String passwordHash, Instant createdAt) {
        return new Account(username, passwordHash, createdAt);
    }

    void take(Role given) {
        role = given;
    }

    Role role() {
        return role;
    }

    String username() {
        return username;
    }

    void rename(Username name) {
        username = name.value();
        usernameKey = NameKey.of(name.value());
    }

    /** Nobody logs in any more; of the person the name is left, so that nobody else gets it. */
    void close(String noPassword, Instant now) {
        closedAt = now;
        passwordHash = noPassword;
        role = Role.USER;
        displayName = null;
        displayNameKey = null;
        bio = null;
        avatarVersion = null;
        bannedAt = null;
        banReason = null;
        language = null;
    }

    PersonStanding standing() {
        return new PersonStanding(
                id(), username, role, createdAt, Optional.ofNullable(bannedAt), Optional.ofNullable(banReason));
    }

    void replacePasswordHash(String hash) {
        passwordHash = hash;
    }

    void describe(DisplayName name, Bio bio) {
        this.displayName = name.isNone() ? null : name.value();
        this.displayNameKey = name.isNone() ? null : NameKey.of(name.value());
        this.bio = bio.value();
    }

    void wear(String avatarVersion) {
        this.avatarVersion = avatarVersion;
    }

    void takeAvatarOff() {
        this.avatarVersion = null;
    }

    void speak(Optional<Language> chosen) {
        language = chosen.orElse(null);
    }

    Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    void ban(String reason, Instant now) {
        bannedAt = now;
        banReason = reason;
    }

    void unban() {
        bannedAt = null;
        banReason = null;
    }

    boolean isBanned() {
        return bannedAt != null;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Whether its owner may log in and write. */
    boolean isActive() {
        return !isBanned() && !isClosed();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    Viewer asViewer() {
        return new Viewer(id(), username, role);
    }

    @Override
    public String toString() {
        return "Account[@" + username + ", " + role + ", " + createdAt + "]";
    }
}
