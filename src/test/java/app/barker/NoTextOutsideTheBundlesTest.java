package app.barker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who adds a screen puts its words into {@code vaadin-i18n}, in every language: here it is found when they do not. */
class NoTextOutsideTheBundlesTest {

    /** What has no language: the product, names of keys, of headers, of interfaces, and a dog that sleeps. */
    private static final Set<String> NO_TEXT = Set.of(
            "Barker",
            "ArrowDown",
            "ArrowUp",
            "ArrowLeft",
            "ArrowRight",
            "Enter",
            "Escape",
            "Tab",
            "Shift",
            "AbortError",
            "Files",
            "Idempotency-Key",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "Home",
            "End",
            "PageDown",
            "PageUp",
            "Content-Type",
            "Accept",
            "RateLimit",
            "RateLimit-Policy",
            "Secure",
            "Cookie: JSESSIONID=••••",
            "Authorization: Bearer brk_…",
            "Authorization: Bearer eyJ…",
            "Segmenter",
            "z",
            "<!doctype html>",
            "http://");

    @Test
    void whatTheBrowserDrawsTakesItsWordsFromTheBundles() throws IOException {
        assertThat(found(Path.of("frontend"), ".ts", (file, source) -> WordsInScripts.of(source)))
                .isEmpty();
    }

    @Test
    void whatTheServerSaysTakesItsWordsFromTheBundles() throws IOException {
        assertThat(found(
                        Path.of("src/main/java"),
                        ".java",
                        (file, source) -> WordsInJava.of(source, file.contains("/ui/") || file.contains("/shell/"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html`<p>Hello</p>`",
                "html`<p>${name} says</p>`",
                "html`<ul>${rows.map((row) => html`<li>${row}: old</li>`)}</ul>`",
                "html`<button aria-label=\"Close\"></button>`",
                "html`<input placeholder=\"name\" />`",
                "toast('saved')",
                "toast(`saved ${name}`)",
                "element.title = 'menu'",
                "element.setAttribute('aria-label', 'menu')",
                "const words = 'Nothing here';",
                "const words = 'there is nothing here.';"
            })
    void wordsInAScriptAreFound(String source) {
        assertThat(WordsInScripts.of(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html`<p class=\"muted small\">${text('client.bark.more')}</p>`",
                "html`<a href=\"/settings/profile\" aria-label=${name}>${words}</a>`",
                "// Says nothing.",
                "/* Says nothing. */",
                "const classes = 'button danger small';",
                "const rule = /It's a rule/; const key = 'client.bark.more';",
                "toast(text('client.offline'))"
            })
    void whatOnlyLooksLikeThemIsNot(String source) {
        assertThat(WordsInScripts.of(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add(new Span(\"hello\"));",
                "add(new Anchor(\"/\", \"Go home\"));",
                "toast.setText(\"saved\");",
                "button.getElement().setAttribute(\"aria-label\", \"menu\");",
                "String words = \"there is nothing here\";",
                "Toast.done(\"done\");"
            })
    void wordsInAViewAreFound(String source) {
        assertThat(WordsInJava.of(source, true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.setSubject(\"news\");",
                "ProblemDetail.forStatus(status).setTitle(\"refused\");",
                "page.appendElement(\"p\").text(\"hello\");"
            })
    void wordsInAnyOtherClassAreFoundWhereTheyAreSaid(String source) {
        assertThat(WordsInJava.of(source, false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG.warn(\"The list could not be read\");",
                "throw new IllegalStateException(\"Not stored yet\");",
                "add(new Span(getTranslation(\"cancel\")));",
                "button.addClassNames(\"button\", \"small\");",
                "/** Says \"Nothing at all\". */"
            })
    void whatIsForNobodyToReadIsNotFound(String source) {
        assertThat(WordsInJava.of(source, true)).isEmpty();
    }

    private interface Scan {
        List<String> wordsIn(String file, String source);
    }

    private static Map<String, List<String>> found(Path folder, String ending, Scan scan) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each ->
                            each.toString().endsWith(ending) && !each.toString().contains("generated"))
                    .toList()) {
                List<String> words = scan.wordsIn(file.toString(), Files.readString(file)).stream()
                        .filter(text -> !NO_TEXT.contains(text))
                        .toList();
                if (!words.isEmpty()) {
                    found.put(file.toString(), words);
                }
            }
        }
        return found;
    }
}
