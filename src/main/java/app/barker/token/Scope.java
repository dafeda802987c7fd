package app.barker.token;

import app.barker.account.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may do in a person's name. */
public enum Scope {
    /** See what the person sees. */
    READ,
    /** Bark, edit, delete, like and rebark. */
    WRITE,
    /** Follow people and let them go. */
    FOLLOW,
    /** Find people, ban them and let them in again: for those who administer. */
    MODERATE;

    /** Those that everyone may give away. */
    public static final Set<Scope> OF_EVERYONE = Set.of(READ, WRITE, FOLLOW);

    /** As programs write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that somebody of this role may give away. */
    public static Set<Scope> offeredTo(Role role) {
        return within(EnumSet.allOf(Scope.class), role);
    }

    /** What somebody of this role may have of them. */
    static Set<Scope> within(Set<Scope> wanted, Role role) {
        return role == Role.ADMIN
                ? wanted
                : wanted.stream().filter(OF_EVERYONE::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Empty where there is no such scope. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** With spaces between them, as RFC 6749, 3.3 writes them. */
    public static String join(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** The other way round; what is no scope of ours is left out. */
    static Set<Scope> split(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> of(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
