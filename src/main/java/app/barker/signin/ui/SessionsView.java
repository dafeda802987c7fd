package app.barker.signin.ui;

import app.barker.account.ProfileService;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import app.barker.signin.OpenSession;
import app.barker.signin.SessionRotation;
import app.barker.signin.SignInNotFound;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "My leash": every place where one is logged in, and the session that one looks with. */
@Route("settings/sessions")
@PermitAll
public class SessionsView extends Composite<Div> implements HasDynamicTitle, ShowsSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SessionsView.class);

    private final SignIns signIns;
    private final SessionRotation rotation;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final SessionList list = new SessionList(this::revoke, this::askToRevokeOthers);
    private final SessionXray xray = new SessionXray();
    private final DiaryList diary = new DiaryList();

    SessionsView(SignIns signIns, SessionRotation rotation, ProfileService profiles, ProofQuestion.Factory proofs) {
        this.signIns = signIns;
        this.rotation = rotation;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        Div leash = new Div(
                section("leash-list", "sessions.title", "sessions.text", list),
                xray,
                section("diary-section", "diary.title", "diary.text", diary),
                explained());
        leash.addClassName("leash");
        getContent().addClassNames("page", "settings", "wide");
        getContent().add(head, new SettingsNav(SettingsNav.SESSIONS), leash, proof);
        show();
    }

    private Section section(String name, String title, String text, Component content) {
        Paragraph lead = new Paragraph(getTranslation(text));
        lead.addClassName("muted");
        Section section = new Section(new H2(getTranslation(title)), lead, content);
        section.addClassName(name);
        return section;
    }

    private Paragraph explained() {
        return new Paragraph(new Anchor(SessionsExplainedView.PATH, getTranslation("sessions.explained.link")));
    }

    private void show() {
        OpenSession session = CurrentSession.get();
        list.show(signIns.of(me));
        diary.show(rotation.diaryOf(me));
        xray.show(session);
    }

    /** The X-ray and the diary are of this session alone. */
    @Override
    public void signInsChanged() {
        list.show(signIns.of(me));
    }

    private void revoke(long id) {
        proof.before(() -> {
            try {
                signIns.revoke(me, id);
                Toast.done(getTranslation("sessions.revoked"));
            } catch (SignInNotFound gone) {
                LOG.debug("Revoked twice, or not one's own", gone);
                Toast.sayIfRefused(Optional.of(getTranslation("sessions.gone")));
            }
            show();
        });
    }

    private void askToRevokeOthers() {
        ConfirmDialog question = new ConfirmDialog(
                getTranslation("sessions.others.title"),
                getTranslation("sessions.others.text"),
                getTranslation("sessions.others.yes"),
                yes -> revokeOthers());
        question.setCancelable(true);
        question.setCancelText(getTranslation("cancel"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelButtonTheme("");
        question.open();
    }

    private void revokeOthers() {
        proof.before(() -> {
            int ended = signIns.revokeOthers(me);
            Toast.done(getTranslation("sessions.others.done", ended));
            show();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("sessions.title"));
    }
}
