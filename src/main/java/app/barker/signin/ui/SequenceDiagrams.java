package app.barker.signin.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the sequence diagrams of a Markdown text as numbered steps, which every screen is wide enough for and every reader can
 * hear. Knows what {@code docs/} uses of Mermaid, and no more.
 */
final class SequenceDiagrams {

    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PARTICIPANT = Pattern.compile("participant (\\w+) as (.+)");
    private static final Pattern MESSAGE = Pattern.compile("(\\w+)-{1,2}>>(\\w+): (.+)");
    private static final Pattern NOTE = Pattern.compile("Note over (\\w+): (.+)");
    private static final Pattern CASE = Pattern.compile("(?:alt|else|loop|opt) (.+)");

    /** Links to the sources lead nowhere from a page. */
    private static final Pattern LINK_TO_FILE = Pattern.compile("\\[([^]]+)]\\((?!https?:)[^)]+\\)");

    private SequenceDiagrams() {}

    static String inWords(String markdown) {
        String steps =
                DIAGRAM.matcher(markdown).replaceAll(diagram -> Matcher.quoteReplacement(steps(diagram.group(1))));
        return LINK_TO_FILE.matcher(steps).replaceAll("$1");
    }

    private static String steps(String diagram) {
        Map<String, String> names = new HashMap<>();
        StringBuilder steps = new StringBuilder();
        int number = 0;
        for (String line : diagram.lines().map(String::strip).toList()) {
            Matcher participant = PARTICIPANT.matcher(line);
            Matcher message = MESSAGE.matcher(line);
            Matcher note = NOTE.matcher(line);
            Matcher branch = CASE.matcher(line);
            if (participant.matches()) {
                names.put(participant.group(1), participant.group(2));
            } else if (message.matches()) {
                String from = names.getOrDefault(message.group(1), message.group(1));
                String to = names.getOrDefault(message.group(2), message.group(2));
                steps.append(++number)
                        .append(". **")
                        .append(from.equals(to) ? from : from + " → " + to)
                        .append(":** ")
                        .append(message.group(3))
                        .append('\n');
            } else if (note.matches()) {
                steps.append(++number)
                        .append(". *")
                        .append(names.getOrDefault(note.group(1), note.group(1)))
                        .append(":* ")
                        .append(note.group(2))
                        .append('\n');
            } else if (branch.matches()) {
                steps.append(++number).append(". — **").append(branch.group(1)).append("** —\n");
            }
        }
        return steps.toString();
    }
}
