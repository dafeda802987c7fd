package app.barker;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.BioProblem;
import app.barker.account.DisplayNameProblem;
import app.barker.account.PasswordProblem;
import app.barker.account.UsernameProblem;
import app.barker.bark.BarkTextProblem;
import app.barker.bookmark.ReminderProblem;
import app.barker.draft.DraftProblem;
import app.barker.follow.MuteWordProblem;
import app.barker.image.ImageProblem;
import app.barker.media.MediaProblem;
import app.barker.search.SearchProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:getTranslation|translate|texts\\.getString)\\(((?:\"[^\"]*\"|[^\",)]|\\(\\))*)");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

    private static final Pattern CLIENT_KEY = Pattern.compile("'(client\\.[^']+)'");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d+)[,}]");

    /** In a program: a key, or the beginning, the middle or the end of one that is put together. */
    private static final Pattern PIECE = Pattern.compile("[\"'`]([^\"'`\\n]*)[\"'`]");

    private final Properties sentences = load("translations.properties");
    private final Properties german = load("translations_de.properties");

    @Test
    void everyReasonToRefuseHasItsSentence() {
        Stream<String> keys = Stream.of(
                        Arrays.stream(UsernameProblem.values()).map(problem -> "username.problem." + problem),
                        Arrays.stream(PasswordProblem.values()).map(problem -> "password.problem." + problem),
                        Arrays.stream(DisplayNameProblem.values()).map(problem -> "display-name.problem." + problem),
                        Arrays.stream(BioProblem.values()).map(problem -> "bio.problem." + problem),
                        Arrays.stream(ImageProblem.values()).map(problem -> "image.problem." + problem),
                        Arrays.stream(BarkTextProblem.values()).map(problem -> "bark.problem." + problem),
                        Arrays.stream(DraftProblem.values()).map(problem -> "draft.problem." + problem),
                        Arrays.stream(ReminderProblem.values()).map(problem -> "reminder.problem." + problem),
                        Arrays.stream(SearchProblem.values()).map(problem -> "search.problem." + problem),
                        Arrays.stream(MediaProblem.values()).map(problem -> "media.problem." + problem),
                        Arrays.stream(MuteWordProblem.values()).map(problem -> "mute.word.problem." + problem))
                .flatMap(each -> each);

        assertThat(keys).isNotEmpty().allMatch(this::isSaid);
    }

    @Test
    void everySentenceThatAViewAsksForIsThere() {
        Set<String> asked = found(Path.of("src/main/java"), ".java", ASKED_FOR).stream()
                .flatMap(argument -> LITERAL.matcher(argument).results().map(literal -> literal.group(1)))
                .collect(toSet());

        assertThat(asked)
                .contains("login.title", "bark.problem.", ".title", "refused.bark-gone")
                .allMatch(this::isSaid);
    }

    @Test
    void everySentenceThatTheBrowserAsksForIsThere() {
        assertThat(found(Path.of("frontend"), ".ts", CLIENT_KEY))
                .contains("client.bark.more", "client.feed.newer")
                .allMatch(key -> isSaid(key) || (isSaid(key + ".one") && isSaid(key + ".other")));
    }

    @Test
    void noSentenceIsEmpty() {
        assertThat(sentences.stringPropertyNames()).isNotEmpty().allMatch(this::isSaid);
    }

    @Test
    void everySentenceIsThereInGermanToo() {
        assertThat(german.stringPropertyNames())
                .as("Keys of translations_de.properties against those of translations.properties")
                .containsExactlyInAnyOrderElementsOf(sentences.stringPropertyNames());
        assertThat(german.stringPropertyNames())
                .noneMatch(key -> german.getProperty(key).isBlank());
    }

    @Test
    void theSameIsFilledInInBothLanguages() {
        assertThat(sentences.stringPropertyNames())
                .allSatisfy(key -> assertThat(parametersOf(german.getProperty(key, "")))
                        .as(key)
                        .isEqualTo(parametersOf(sentences.getProperty(key))));
    }

    @Test
    void everySentenceWithParametersCanBeFilledIn() {
        Object[] parameters = {2, "two", "three"};
        Stream.of(sentences, german)
                .forEach(bundle -> assertThat(bundle.stringPropertyNames())
                        .filteredOn(key -> !key.startsWith("client."))
                        .filteredOn(key -> bundle.getProperty(key).contains("{"))
                        .isNotEmpty()
                        .allSatisfy(key -> assertThat(
                                        new MessageFormat(bundle.getProperty(key), Locale.GERMAN).format(parameters))
                                .as(key)
                                .doesNotContain("{")));
    }

    /** Of a key that is put together each piece has to stand in the sources, an enum constant or a word. */
    @Test
    void noSentenceIsLeftOver() {
        String sources = sources();
        Set<String> pieces =
                PIECE.matcher(sources).results().map(piece -> piece.group(1)).collect(toSet());
        Set<String> beginnings = pieces.stream()
                .map(piece -> piece.replaceFirst("\\$\\{.*", ""))
                .filter(piece -> piece.matches("[a-z][\\w.-]*\\."))
                .collect(toSet());

        assertThat(sentences.stringPropertyNames())
                .filteredOn(key -> !isUsed(key, sources, pieces, beginnings))
                .isEmpty();
        assertThat(isUsed("login.zebra", sources, pieces, beginnings)).isFalse();
        assertThat(isUsed("bark.problem.ZEBRA", sources, pieces, beginnings)).isFalse();
    }

    private static boolean isUsed(String key, String sources, Set<String> pieces, Set<String> beginnings) {
        return pieces.contains(key)
                || endsOf(key)
                        .anyMatch(end ->
                                pieces.contains(key.substring(0, key.length() - end.length())) && isPiece(end, pieces))
                || beginnings.stream()
                        .filter(key::startsWith)
                        .map(beginning -> key.substring(beginning.length()))
                        .anyMatch(rest -> Stream.of(rest.split("\\.")).allMatch(word -> isWord(word, sources)));
    }

    private static Stream<String> endsOf(String key) {
        return Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                .map(key::substring);
    }

    private static boolean isPiece(String end, Set<String> pieces) {
        return pieces.stream().anyMatch(piece -> piece.endsWith(end) && piece.matches("(?:\\$\\{.*})?\\.[\\w.-]+"))
                || end.matches("\\.(?:one|other)");
    }

    private static boolean isWord(String word, String sources) {
        return Stream.of(word, word.toUpperCase(Locale.ROOT).replace('-', '_'))
                .anyMatch(each -> Pattern.compile("(?<![\\w-])" + Pattern.quote(each) + "(?![\\w-])")
                        .matcher(sources)
                        .find());
    }

    private static Set<String> parametersOf(String sentence) {
        return PARAMETER
                .matcher(sentence)
                .results()
                .map(parameter -> parameter.group(1))
                .collect(toSet());
    }

    @Test
    void noApostropheIsLostWhereWordsAreFilledIn() {
        // The server fills in by MessageFormat, to which an apostrophe is a quote; the browser does it by itself.
        Stream.of(sentences, german)
                .forEach(bundle -> assertThat(bundle.stringPropertyNames())
                        .filteredOn(key -> !key.startsWith("client."))
                        .filteredOn(key ->
                                bundle.getProperty(key).contains("{") || key.matches("(username|password)\\.problem.*"))
                        .isNotEmpty()
                        .noneMatch(
                                key -> bundle.getProperty(key).replace("''", "").contains("'")));
    }

    /** A key that ends or begins with a dot is half of one: the program adds the rest. */
    private boolean isSaid(String key) {
        return sentences.stringPropertyNames().stream()
                .filter(each -> key.endsWith(".")
                        ? each.startsWith(key)
                        : key.startsWith(".") ? each.endsWith(key) : each.equals(key))
                .anyMatch(each -> !sentences.getProperty(each).isBlank());
    }

    private static String sources() {
        return Stream.of(Path.of("src/main/java"), Path.of("frontend"))
                .flatMap(folder -> found(folder, "", Pattern.compile("(?s)\\A(.*)\\z")).stream())
                .collect(joining("\n"));
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && file.toString().endsWith(ending)
                            && !file.toString().contains("generated"))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String file) {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n", file))) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
