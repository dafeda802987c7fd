package app.barker.api;

import app.barker.token.AccessTokens;
import app.barker.token.Credential;
import app.barker.token.Scope;
import app.barker.token.SigningKeys;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges what a program has for an access token, and publishes the keys by which others check one. */
@RestController
class JwtApi {

    private final AccessTokens accessTokens;
    private final SigningKeys keys;

    JwtApi(AccessTokens accessTokens, SigningKeys keys) {
        this.accessTokens = accessTokens;
        this.keys = keys;
    }

    /** @param scope with spaces between several; without it, all that the credential has */
    record Wish(@Nullable String scope) {}

    /** As RFC 6749, 5.1 names them. */
    record Issued(String access_token, String token_type, String scope, Instant expires_at) {}

    @PostMapping(ApiAddresses.ROOT + "/jwt")
    ResponseEntity<Issued> issue(@RequestBody(required = false) @Nullable Wish wish) {
        Credential shown = Callers.current();
        if (shown.kind() == Credential.Kind.JWT) {
            throw new AccessDeniedException("An access token begets none");
        }
        Set<Scope> wanted =
                Optional.ofNullable(wish).map(Wish::scope).map(JwtApi::scopes).orElse(EnumSet.allOf(Scope.class));
        AccessTokens.Issued issued = accessTokens.issue(shown, wanted);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Issued(issued.jwt(), "Bearer", Scope.join(issued.scopes()), issued.expiresAt()));
    }

    /** For everyone; without private halves. */
    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return keys.published().toJSONObject();
    }

    private static Set<Scope> scopes(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> Scope.of(word).orElseThrow(() -> new Refused("scope", "api.no-scope")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
