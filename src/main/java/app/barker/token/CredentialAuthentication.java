package app.barker.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** For one request: who asks, and by what. Kept in no session. */
public final class CredentialAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Credential credential;

    public CredentialAuthentication(Credential credential) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.credential = credential;
        setAuthenticated(true);
    }

    /** What was shown. */
    public Credential credential() {
        return credential;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return credential.viewer();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialAuthentication that && that.credential.equals(credential);
    }

    @Override
    public int hashCode() {
        return credential.hashCode();
    }
}
