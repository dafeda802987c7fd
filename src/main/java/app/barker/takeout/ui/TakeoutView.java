package app.barker.takeout.ui;

import app.barker.account.ProfileService;
import app.barker.shared.ui.SettingsNav;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.CurrentSession;
import app.barker.signin.ui.ProofQuestion;
import app.barker.takeout.Takeout;
import app.barker.takeout.Takeouts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings: everything that Barker keeps about a person, as a file. */
@Route("settings/takeout")
@PermitAll
public class TakeoutView extends Composite<Div> implements HasDynamicTitle {

    /** While a file is being written, the page looks how far it is. */
    private static final int LOOK_MILLIS = 500;

    private final Takeouts takeouts;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final Button begin = new Button(getTranslation("takeout.button"), click -> begin());
    private final Paragraph state = new Paragraph();
    private @Nullable Registration looking;

    TakeoutView(Takeouts takeouts, ProfileService profiles, ProofQuestion.Factory proofs) {
        this.takeouts = takeouts;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        Paragraph hint = new Paragraph(getTranslation("takeout.text"));
        hint.addClassName("hint");
        begin.addThemeName("primary");
        Div actions = new Div(begin);
        actions.addClassName("form-actions");
        state.getElement().setAttribute("role", "status");
        Section card = new Section(new H2(getTranslation("takeout.title")), hint, actions, state);
        card.addClassNames("card", "form-card");
        getContent().addClassNames("page", "settings");
        getContent().add(head, new SettingsNav(SettingsNav.ACCOUNT), card, proof);
        show();
    }

    private void begin() {
        proof.before(() -> {
            takeouts.begin(me);
            show();
            lookAgainWhileWriting();
        });
    }

    private void show() {
        state.removeAll();
        Optional<Takeout> takeout = takeouts.of(me);
        boolean running =
                takeout.filter(each -> !each.isReady() && !each.isFailed()).isPresent();
        begin.setEnabled(!running);
        if (takeout.isEmpty()) {
            return;
        }
        if (running) {
            state.setText(getTranslation("takeout.running", takeout.get().percent()));
        } else if (takeout.get().isFailed()) {
            state.setText(getTranslation("takeout.failed"));
        } else {
            Anchor file = new Anchor("/takeouts/" + takeout.get().key() + ".zip", getTranslation("takeout.file"));
            file.setRouterIgnore(true);
            state.add(file);
            state.add(" " + getTranslation("takeout.until"));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        lookAgainWhileWriting();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopLooking();
    }

    /** Asked by the browser, so that nobody's data is written on behalf of a page that is gone. */
    private void lookAgainWhileWriting() {
        stopLooking();
        if (begin.isEnabled() || getUI().isEmpty()) {
            return;
        }
        var ui = getUI().orElseThrow();
        ui.setPollInterval(LOOK_MILLIS);
        looking = ui.addPollListener(poll -> {
            show();
            if (begin.isEnabled()) {
                stopLooking();
            }
        });
    }

    private void stopLooking() {
        if (looking != null) {
            looking.remove();
            looking = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("takeout.title"));
    }
}
