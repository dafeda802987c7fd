package app.barker.follow;

import app.barker.shared.FoldedText;
import java.util.Optional;

/** A word or a short phrase that somebody does not want to read, in the folded form by which it is found. */
record MuteWord(String phrase) {

    /** In code points of the folded phrase, of which two UTF-16 units each fit the column on H2. */
    static final int LONGEST = 100;

    /** @throws IllegalArgumentException when {@link #problemWith} has something to say */
    MuteWord {
        problemWith(phrase).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.name());
        });
        phrase = new FoldedText(phrase).words();
    }

    /** Says what is wrong with a phrase as typed: size first. */
    static Optional<MuteWordProblem> problemWith(String typed) {
        // Before it is read: a megabyte is refused for its length alone.
        if (typed.length() > 10 * LONGEST) {
            return Optional.of(MuteWordProblem.TOO_LONG);
        }
        String words = new FoldedText(typed).words();
        if (words.codePointCount(0, words.length()) > LONGEST) {
            return Optional.of(MuteWordProblem.TOO_LONG);
        }
        return words.isEmpty() ? Optional.of(MuteWordProblem.EMPTY) : Optional.empty();
    }
}
