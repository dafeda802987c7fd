package app.barker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.BioProblem;
import app.barker.account.DisplayNameProblem;
import app.barker.account.PasswordProblem;
import app.barker.account.UsernameProblem;
import app.barker.bark.BarkTextProblem;
import app.barker.follow.MuteWordProblem;
import app.barker.image.ImageProblem;
import app.barker.media.MediaProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private final Properties sentences = load();

    @Test
    void everyReasonToRefuseHasItsSentence() {
        Stream<String> keys = Stream.of(
                        Arrays.stream(UsernameProblem.values()).map(problem -> "username.problem." + problem),
                        Arrays.stream(PasswordProblem.values()).map(problem -> "password.problem." + problem),
                        Arrays.stream(DisplayNameProblem.values()).map(problem -> "display-name.problem." + problem),
                        Arrays.stream(BioProblem.values()).map(problem -> "bio.problem." + problem),
                        Arrays.stream(ImageProblem.values()).map(problem -> "image.problem." + problem),
                        Arrays.stream(BarkTextProblem.values()).map(problem -> "bark.problem." + problem),
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
    void noApostropheIsLostWhereWordsAreFilledIn() {
        // The server fills in by MessageFormat, to which an apostrophe is a quote; the browser does it by itself.
        assertThat(sentences.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("client."))
                .filteredOn(key ->
                        sentences.getProperty(key).contains("{") || key.matches("(username|password)\\.problem.*"))
                .isNotEmpty()
                .noneMatch(key -> sentences.getProperty(key).replace("''", "").contains("'"));
    }

    /** A key that ends or begins with a dot is half of one: the program adds the rest. */
    private boolean isSaid(String key) {
        return sentences.stringPropertyNames().stream()
                .filter(each -> key.endsWith(".")
                        ? each.startsWith(key)
                        : key.startsWith(".") ? each.endsWith(key) : each.equals(key))
                .anyMatch(each -> !sentences.getProperty(each).isBlank());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("generated"))
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

    private static Properties load() {
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n/translations.properties"))) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
