package app.barker.signin;

import org.springframework.security.authentication.BadCredentialsException;

/** Reads the same for every cause that lies with the caller; the code finds the cause for those who may know it. */
public class SignInRefused extends BadCredentialsException {

    private final String code;

    SignInRefused(String code) {
        super("Refused");
        this.code = code;
    }

    /** As {@link app.barker.shared.IncidentCode}: safe to show and to quote. */
    public String code() {
        return code;
    }
}
