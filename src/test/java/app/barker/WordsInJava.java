package app.barker;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that stand in a Java file itself where a person would see or hear them. */
final class WordsInJava {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m:^\\s*//.*$)", Pattern.DOTALL);

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*+)\"", Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Pattern LIKE_WORDS =
            Pattern.compile("\\p{Lu}\\p{Ll}.*|.*\\p{L}[,.:;]? \\p{L}.*", Pattern.DOTALL);

    /** What is shown, read out or written to people. */
    private static final Pattern SAID = Pattern.compile(
            "(?:new (?:H[1-6]|Paragraph|Span|Div|Section|Button|NativeButton|"
                    + "TextField|TextArea|PasswordField|SecretField|ListItem|NativeLabel|Notification|RouterLink)|\\.?set(?:Text|Label|"
                    + "HelperText|Placeholder|AriaLabel|Header|Title|Subject|ConfirmText|CancelText|ErrorMessage|Tooltip)|Toast\\.done|"
                    + "Optional\\.of|appendText|\\.text|forStatusAndDetail)\\(\\s*|\"(?:aria-label|title|placeholder|alt)\",\\s*");

    /** For the log, for programmers, for the browser's own script, for style sheets. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "(?:LOG\\.\\w+|executeJs|Exception|SuppressWarnings|set\\w+Theme|Pattern\\.compile)\\(\\s*$");

    private WordsInJava() {}

    /** @param drawsPages whether what looks like words probably is shown, too */
    static List<String> of(String source, boolean drawsPages) {
        String code = COMMENT.matcher(source).replaceAll("");
        return LITERAL.matcher(code)
                .results()
                .filter(literal -> LETTER.matcher(textOf(literal)).find())
                .filter(literal -> {
                    String before = code.substring(Math.max(0, literal.start() - 80), literal.start());
                    boolean said = SAID.matcher(before).results().anyMatch(found -> found.end() == before.length());
                    return said
                            || (drawsPages
                                    && LIKE_WORDS.matcher(textOf(literal)).matches()
                                    && !NOT_FOR_PEOPLE.matcher(before).find());
                })
                .map(WordsInJava::textOf)
                .toList();
    }

    private static String textOf(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }
}
