package app.barker.token;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Knows the two kinds of bearer tokens apart, by their looks, and asks those who know them. */
@Component
public class BearerAuthentication implements AuthenticationManager {

    private final ApiTokens tokens;
    private final AccessTokens accessTokens;

    BearerAuthentication(ApiTokens tokens, AccessTokens accessTokens) {
        this.tokens = tokens;
        this.accessTokens = accessTokens;
    }

    /** @throws InvalidBearerTokenException for every cause: nobody learns which */
    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String shown = ((BearerTokenAuthenticationToken) attempt).getToken();
        Optional<Credential> found =
                shown.startsWith(TokenText.PREFIX) ? tokens.find(shown, addressOf(attempt)) : accessTokens.find(shown);
        return found.map(CredentialAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("It opens nothing, or nothing any more"));
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getRemoteAddress()).orElse("")
                : "";
    }
}
