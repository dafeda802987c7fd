package app.barker.shell;

import app.barker.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/**
 * The texts of the browser's own elements, as a script: it runs before the elements do, and its address names what is in it,
 * so that a browser fetches it once and not with every page.
 */
@RestController
class ClientTexts {

    private static final String PREFIX = "client.";

    /** Of the hash in the address, in hexadecimal digits: two editions never meet. */
    private static final int DIGITS = 16;

    /** A year is what caches take for ever (RFC 9111 has no larger word for it). */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final ObjectMapper json;
    private final Map<Locale, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, String> scripts = new ConcurrentHashMap<>();

    ClientTexts(ObjectMapper json) {
        this.json = json;
    }

    /** Relative to the page. As many are kept as there are bundles, whatever browsers ask for. */
    String addressFor(ResourceBundle texts) {
        return addresses.computeIfAbsent(texts.getLocale(), locale -> publish(texts));
    }

    /** For everyone: the log-in page has such texts too. Whichever node wrote the page, each knows the address. */
    @GetMapping("/client-texts/{language}/{hash}.js")
    ResponseEntity<String> script(@PathVariable String language, @PathVariable String hash) {
        addressFor(Texts.in(Locale.forLanguageTag(language)));
        String script = scripts.get(address(language, hash));
        return script == null
                ? ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build()
                : ResponseEntity.ok().contentType(SCRIPT).cacheControl(FOR_EVER).body(script);
    }

    private String publish(ResourceBundle texts) {
        Map<String, String> ofClient = new TreeMap<>();
        texts.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> ofClient.put(key, texts.getString(key)));
        String script = "globalThis.barkerTexts=" + json.writeValueAsString(ofClient) + ";\n";
        String address = address(texts.getLocale().toLanguageTag(), hash(script));
        scripts.put(address, script);
        return address;
    }

    private static String address(String language, String hash) {
        return "client-texts/" + language + "/" + hash + ".js";
    }

    private static String hash(String script) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
