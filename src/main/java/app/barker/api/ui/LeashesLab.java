package app.barker.api.ui;

import app.barker.api.Leashes;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.ProofQuestion;
import app.barker.token.Credential;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same request by cookie, API token and JWT; and what becomes of each when it is revoked. */
@Tag("barker-leashes")
@JsModule("./barker-leashes.ts")
class LeashesLab extends Component {

    private static final Logger LOG = LoggerFactory.getLogger(LeashesLab.class);

    private final Leashes leashes;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final Clock clock;
    private Leashes.@Nullable Lab lab;

    LeashesLab(Leashes leashes, SignedIn me, ProofQuestion proof, Clock clock) {
        this.leashes = leashes;
        this.me = me;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * What one of them came to.
     *
     * @param status of the answer; 0 where nothing was sent
     * @param millis how long the answer took, or how long it was still good for; empty where it outlived the patience
     */
    record Lane(String kind, int status, String millis) {}

    @ClientCallable
    void send() {
        proof.before(() -> {
            try {
                if (lab == null) {
                    lab = leashes.open(me, server());
                }
                Map<Credential.Kind, Leashes.Answer> answers = leashes.send(lab);
                List<Lane> lanes = new ArrayList<>();
                answers.forEach(
                        (kind, answer) -> lanes.add(new Lane(word(kind), answer.status(), millis(answer.micros()))));
                if (answers.values().stream().noneMatch(answer -> answer.status() == 200)) {
                    // Their time is over: the next press makes others.
                    lab = null;
                }
                tell("sent", lanes);
            } catch (IOException unreachable) {
                LOG.warn("The server could not ask itself", unreachable);
                getElement().callJsFunction("failed");
            }
        });
    }

    @ClientCallable
    void revoke() {
        Leashes.Lab ending = lab;
        if (ending == null) {
            return;
        }
        try {
            Map<Credential.Kind, Long> ends = leashes.revoke(ending);
            List<Lane> lanes = new ArrayList<>();
            for (Credential.Kind kind : Credential.Kind.values()) {
                Long micros = ends.get(kind);
                lanes.add(new Lane(word(kind), micros == null ? 200 : 401, micros == null ? "" : millis(micros)));
            }
            lab = null;
            tell("revoked", lanes);
        } catch (IOException unreachable) {
            LOG.warn("The server could not ask itself", unreachable);
            getElement().callJsFunction("failed");
        }
    }

    private void tell(String function, List<Lane> lanes) {
        getElement().callJsFunction(function, lanes, clock.instant().toString());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Leashes.Lab left = lab;
        if (left != null) {
            lab = null;
            leashes.close(left);
        }
    }

    /** Where this very request has arrived. */
    private static URI server() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        String host = request.getLocalAddr();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + request.getLocalPort());
    }

    private static String word(Credential.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1_000.0);
    }
}
