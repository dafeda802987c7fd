package app.barker;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that stand in a TypeScript file itself where a person would see or hear them. */
final class WordsInScripts {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** What the program fills in. */
    private static final char HOLE = '\u0001';

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\s(?:aria-(?:label|description|valuetext|roledescription)|title|placeholder|alt|label|hint)=\"([^\"]*)\"");

    /** Of a literal: names of classes and of events begin with a small letter and end without a full stop. */
    private static final Pattern LIKE_A_SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}.*|.*\\p{L} .*\\p{L}[.!?…]");

    private static final Pattern SAID = Pattern.compile(
            "(?:toast|announce|alert|confirm)\\(\\s*|(?:textContent|innerText|title|ariaLabel|placeholder)"
                    + "\\s*=\\s*|'(?:aria-label|title|placeholder)',\\s*");

    private static final Pattern BEGINS_REGEX = Pattern.compile("[(,=:!&|?{;]\\s*$");

    private static final Pattern REGEX = Pattern.compile("/(?:[^/\\\\\\n\\[]|\\\\.|\\[(?:[^]\\\\]|\\\\.)*])+/\\w*");

    private final String source;
    private final List<String> words = new ArrayList<>();

    private WordsInScripts(String source) {
        this.source = source;
    }

    static List<String> of(String source) {
        WordsInScripts all = new WordsInScripts(source);
        all.code(0, false);
        return all.words;
    }

    /** Until the end of the file, or of the hole in a template that it stands in; returns what comes next. */
    private int code(int from, boolean inHole) {
        int depth = 0;
        for (int at = from; at < source.length(); ) {
            char sign = source.charAt(at);
            Matcher regex = REGEX.matcher(source).region(at, source.length());
            if (source.startsWith("//", at)) {
                at = endOf("\n", at);
            } else if (source.startsWith("/*", at)) {
                at = endOf("*/", at);
            } else if (sign == '\'' || sign == '"') {
                at = literal(at, sign);
            } else if (sign == '`') {
                at = template(at);
            } else if (sign == '/' && BEGINS_REGEX.matcher(before(at, 3)).find() && regex.lookingAt()) {
                at = regex.end();
            } else if (sign == '}' && depth == 0 && inHole) {
                return at + 1;
            } else {
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
                at++;
            }
        }
        return source.length();
    }

    private int literal(int from, char quote) {
        int at = from + 1;
        while (source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        String literal = source.substring(from + 1, at);
        boolean said = endsWith(SAID, before(from, 40));
        if (LIKE_A_SENTENCE.matcher(literal).matches()
                || (said && LETTER.matcher(literal).find())) {
            words.add(literal);
        }
        return at + 1;
    }

    private int template(int from) {
        StringBuilder fixed = new StringBuilder();
        int at = from + 1;
        while (source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                fixed.append(HOLE);
                at = code(at + 2, true);
            } else {
                fixed.append(source.charAt(at++));
            }
        }
        String begins = before(from, 40);
        if (begins.endsWith("html") || begins.endsWith("svg")) {
            drawn(fixed.toString());
        } else if (LIKE_A_SENTENCE.matcher(fixed).matches()
                || (endsWith(SAID, begins) && LETTER.matcher(fixed).find())) {
            words.add(fixed.toString());
        }
        return at + 1;
    }

    private void drawn(String html) {
        Stream<String> attributes = SPOKEN_ATTRIBUTE.matcher(html).results().map(found -> found.group(1));
        Stream<String> texts =
                Stream.of(TAG.matcher(html).replaceAll(String.valueOf(HOLE)).split(String.valueOf(HOLE)));
        Stream.concat(attributes, texts)
                .map(String::strip)
                .filter(text -> LETTER.matcher(text).find())
                .forEach(words::add);
    }

    private String before(int at, int most) {
        return source.substring(Math.max(0, at - most), at);
    }

    private int endOf(String sign, int from) {
        int at = source.indexOf(sign, from);
        return at < 0 ? source.length() : at + sign.length();
    }

    private static boolean endsWith(Pattern pattern, String text) {
        return pattern.matcher(text).results().anyMatch(found -> found.end() == text.length());
    }
}
