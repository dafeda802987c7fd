package app.barker.signin.ui;

import app.barker.account.AvatarAddress;
import app.barker.account.HashingBusy;
import app.barker.account.Profile;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SessionDiary;
import app.barker.signin.SessionRotation;
import app.barker.signin.SignedIn;
import app.barker.signin.StepUp;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the password when what somebody wants to do needs a proof, and does it then. */
@Tag("barker-proof")
@JsModule("./barker-proof.ts")
public final class ProofQuestion extends Component {

    private static final Logger LOG = LoggerFactory.getLogger(ProofQuestion.class);

    private final StepUp stepUp;
    private final SessionRotation rotation;
    private final SignedIn me;
    private @Nullable Runnable waiting;

    private ProofQuestion(StepUp stepUp, SessionRotation rotation, SignedIn me, Profile profile) {
        this.stepUp = stepUp;
        this.rotation = rotation;
        this.me = me;
        getElement()
                .setAttribute("account", profile.username())
                .setAttribute("name", profile.displayName())
                .setAttribute("picture", AvatarAddress.of(profile));
    }

    /** Makes them: what every question needs of the server. */
    @SpringComponent
    public static class Factory {

        private final StepUp stepUp;
        private final SessionRotation rotation;

        Factory(StepUp stepUp, SessionRotation rotation) {
            this.stepUp = stepUp;
            this.rotation = rotation;
        }

        /** One for the page of whoever is logged in. */
        public ProofQuestion of(SignedIn me, Profile profile) {
            return new ProofQuestion(stepUp, rotation, me, profile);
        }
    }

    /** At once where the last proof is fresh. */
    public void before(Runnable sensitive) {
        try {
            waiting = null;
            sensitive.run();
        } catch (ProofNeeded needed) {
            LOG.debug("A proof is asked for", needed);
            waiting = sensitive;
            getElement().callJsFunction("ask");
        }
    }

    /** What is wrong, in words; empty when all is well. */
    @ClientCallable
    String prove(@Nullable String password) {
        Runnable sensitive = waiting;
        if (sensitive == null) {
            return "";
        }
        try {
            return switch (stepUp.prove(me, String.valueOf(password))) {
                case PROVEN -> {
                    CurrentSession.rotate(rotation, SessionDiary.Cause.PROVEN);
                    before(sensitive);
                    yield "";
                }
                case WRONG -> getTranslation("proof.wrong");
                case WAIT -> getTranslation("proof.wait");
            };
        } catch (HashingBusy busy) {
            LOG.debug("No turn for a proof", busy);
            return getTranslation("login.busy.text");
        }
    }
}
