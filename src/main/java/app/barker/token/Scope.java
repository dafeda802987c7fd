package app.barker.token;

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
    FOLLOW;

    /** As programs write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
