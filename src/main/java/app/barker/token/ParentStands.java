package app.barker.token;

import app.barker.account.Viewer;
import app.barker.account.WriteCondition;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Looks, in the transaction of each write, whether what the request was shown for still stands; a read may be a moment late. */
@Component
class ParentStands implements WriteCondition {

    private final ApiTokenTable tokens;
    private final SignIns signIns;
    private final Clock clock;

    ParentStands(ApiTokenTable tokens, SignIns signIns, Clock clock) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public void require(Viewer me) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CredentialAuthentication shown
                && shown.credential().viewer().id() == me.id()
                && !stands(shown.credential())) {
            throw new CredentialOver();
        }
    }

    private boolean stands(Credential credential) {
        Parent parent = credential.parent();
        return switch (parent.kind()) {
            case TOKEN -> tokens.isOpen(parent.id(), clock.instant());
            case SIGN_IN -> signIns.isOpen(new SignedIn(credential.viewer(), parent.id()));
        };
    }
}
