package app.barker.api;

import app.barker.token.Credential;
import app.barker.token.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, as the credential says it. */
@RestController
@RequestMapping(ApiAddresses.ROOT + "/whoami")
class WhoamiApi {

    /** Answered from what was shown alone. */
    record Whoami(String username, ShownCredential credential) {}

    /** @param expiresAt by when it ends at the latest */
    record ShownCredential(String kind, List<String> scopes, Instant expiresAt) {}

    @GetMapping
    Whoami whoami() {
        Credential shown = Callers.current();
        return new Whoami(
                shown.viewer().username(),
                new ShownCredential(
                        shown.kind().name().toLowerCase(Locale.ROOT),
                        shown.scopes().stream().sorted().map(Scope::word).toList(),
                        shown.expiresAt()));
    }
}
