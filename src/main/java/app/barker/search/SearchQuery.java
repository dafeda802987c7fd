package app.barker.search;

import app.barker.bark.RichText;
import app.barker.bark.SearchWords;
import app.barker.search.Sought.Word;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed into the search field, taken apart: words, of which all have to be there, and {@code from:}, {@code has:link},
 * {@code has:image}, {@code before:}, {@code after:}, {@code is:bookmarked} and {@code #tag}; each with a minus before it for the
 * opposite. A star behind three letters or more stands for however the word goes on. Every other sign is just one.
 *
 * @param typed as it was typed; empty where that was too long
 * @param wanted what barks must have, in the order in which it was typed
 * @param unwanted what they must not have
 * @param problem why nothing can be looked for, if so
 */
public record SearchQuery(String typed, List<Sought> wanted, List<Sought> unwanted, Optional<SearchProblem> problem) {

    /** In UTF-16 units. */
    public static final int LONGEST = 200;

    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final Pattern OPERATOR =
            Pattern.compile("(from|has|is|before|after):(.+)", Pattern.CASE_INSENSITIVE);

    /** Takes anything. */
    public static SearchQuery of(String typed) {
        List<Sought> wanted = new ArrayList<>();
        List<Sought> unwanted = new ArrayList<>();
        if (typed.length() > LONGEST) {
            return refused("", SearchProblem.TOO_LONG);
        }
        for (String token : SPACE.splitAsStream(typed).toList()) {
            boolean not = token.length() > 1 && token.startsWith("-");
            try {
                sought(not ? token.substring(1) : token).ifPresent(not ? unwanted::add : wanted::add);
            } catch (NotUnderstood notUnderstood) {
                return refused(typed, notUnderstood.problem);
            }
        }
        return new SearchQuery(typed, List.copyOf(wanted), List.copyOf(unwanted), Optional.empty());
    }

    private static SearchQuery refused(String typed, SearchProblem problem) {
        return new SearchQuery(typed, List.of(), List.of(), Optional.of(problem));
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** The words to mark in what was found. */
    public List<Word> words() {
        return wanted.stream()
                .flatMap(sought -> sought instanceof Sought.Words(List<Word> words) ? words.stream() : Stream.empty())
                .toList();
    }

    /** What may be the beginning of a person's name: what was typed, where it is words and nothing else. */
    public Optional<String> name() {
        boolean onlyWords = unwanted.isEmpty() && wanted.stream().allMatch(Sought.Words.class::isInstance);
        return onlyWords && !wanted.isEmpty() ? Optional.of(typed.strip().replaceAll("^@|\\*$", "")) : Optional.empty();
    }

    private static Optional<Sought> sought(String token) throws NotUnderstood {
        Matcher operator = OPERATOR.matcher(token);
        if (operator.matches()) {
            return Optional.of(operator(operator.group(1).toLowerCase(Locale.ROOT), operator.group(2)));
        }
        Optional<String> tag = token.startsWith("#") ? RichText.tag(token.substring(1)) : Optional.empty();
        return tag.<Sought>map(Sought.Tag::new).or(() -> words(token));
    }

    private static Sought operator(String name, String value) throws NotUnderstood {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "from" -> new Sought.From(lower.startsWith("@") ? lower.substring(1) : lower);
            case "has" ->
                switch (lower) {
                    case "link" -> new Sought.HasLink();
                    case "image" -> new Sought.HasImage();
                    default -> throw new NotUnderstood(SearchProblem.HAS);
                };
            case "is" -> {
                if (!lower.equals("bookmarked")) {
                    throw new NotUnderstood(SearchProblem.IS);
                }
                yield new Sought.IsBookmarked();
            }
            case "before" -> new Sought.Before(day(value));
            default -> new Sought.After(day(value));
        };
    }

    private static LocalDate day(String value) throws NotUnderstood {
        try {
            LocalDate day = LocalDate.parse(value);
            // What databases can compare with.
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new NotUnderstood(SearchProblem.DATE);
            }
            return day;
        } catch (DateTimeParseException noDate) {
            throw new NotUnderstood(SearchProblem.DATE, noDate);
        }
    }

    private static Optional<Sought> words(String token) {
        List<String> texts = SearchWords.in(token).stream()
                .flatMap(piece -> piece.words().stream())
                .toList();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String last = texts.getLast();
        boolean open = token.endsWith("*") && last.codePointCount(0, last.length()) >= SHORTEST_BEGINNING;
        List<Word> words = new ArrayList<>();
        texts.subList(0, texts.size() - 1).forEach(text -> words.add(new Word(text, false)));
        words.add(new Word(last, open));
        return Optional.of(new Sought.Words(List.copyOf(words)));
    }

    private static final class NotUnderstood extends Exception {

        private final transient SearchProblem problem;

        NotUnderstood(SearchProblem problem) {
            this.problem = problem;
        }

        NotUnderstood(SearchProblem problem, Throwable cause) {
            super(cause);
            this.problem = problem;
        }
    }
}
