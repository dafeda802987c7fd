package app.barker.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The most common leaked passwords, from a list that comes along: nobody is asked over the network. */
@Component
class CommonPasswords {

    /** Below this a repeated piece is a pattern of the person's own, not a leaked password said twice. */
    private static final int SHORTEST_PIECE = 4;

    private final Set<String> leaked;

    CommonPasswords() {
        try {
            Dictionary dictionary = StandardDictionaries.PASSWORDS_LOADER.load();
            leaked = new HashSet<>(dictionary.getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords is missing", e);
        }
    }

    /** Whether it is on the list, or is one of the list said several times over. */
    boolean contains(String lowerCasePassword) {
        if (leaked.contains(lowerCasePassword)) {
            return true;
        }
        String piece = smallestRepeatedPiece(lowerCasePassword);
        return piece.length() >= SHORTEST_PIECE && leaked.contains(piece);
    }

    /** The shortest text that, said once or more and perhaps broken off at the end, gives the whole. */
    private static String smallestRepeatedPiece(String text) {
        for (int length = 1; length < text.length(); length++) {
            if (text.regionMatches(length, text, 0, text.length() - length)) {
                return text.substring(0, length);
            }
        }
        return text;
    }
}
