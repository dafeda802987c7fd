package app.barker.search;

import java.time.LocalDate;
import java.util.List;

/** One thing that barks have, or do not have. */
public sealed interface Sought {

    /** All of these, anywhere in the text. */
    record Words(List<Word> words) implements Sought {}

    /**
     * A word as {@link app.barker.bark.SearchWords} has it.
     *
     * @param isBeginning whether others count that only begin so
     */
    record Word(String text, boolean isBeginning) {

        /** Whether it is this one that was sought. */
        public boolean fits(String word) {
            return isBeginning ? word.startsWith(text) : word.equals(text);
        }
    }

    record Tag(String tag) implements Sought {}

    /**
     * Said by somebody.
     *
     * @param username in lower case; nobody need have it
     */
    record From(String username) implements Sought {}

    record HasLink() implements Sought {}

    record HasImage() implements Sought {}

    record IsBookmarked() implements Sought {}

    /** Said before this day begins, in UTC. */
    record Before(LocalDate day) implements Sought {}

    /** Said after this day has ended, in UTC. */
    record After(LocalDate day) implements Sought {}
}
