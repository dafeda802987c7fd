package app.barker.signin.ui;

import app.barker.account.LastAdministrator;
import app.barker.account.PasswordPolicy;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import app.barker.signin.EmailService;
import app.barker.signin.OwnAccount;
import app.barker.signin.PasswordService;
import app.barker.signin.SessionRotation;
import app.barker.signin.SignedIn;
import com.vaadin.flow.component.Composite;
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

/** Settings: the password, the name, and the way out for good. */
@Route("settings/account")
@PermitAll
public class AccountView extends Composite<Div> implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountView.class);

    private final OwnAccount account;
    private final ProfileService profiles;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final UsernameForm username;

    AccountView(
            OwnAccount account,
            ProfileService profiles,
            PasswordService passwords,
            EmailService emails,
            PasswordPolicy policy,
            SessionRotation rotation,
            ProofQuestion.Factory proofs) {
        this.account = account;
        this.profiles = profiles;
        this.me = CurrentSession.get().signedIn();
        Profile profile = profiles.of(me.viewer());
        this.proof = proofs.of(me, profile);
        this.username = new UsernameForm(profile.username(), this::rename);
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        getContent().addClassNames("page", "settings");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.ACCOUNT),
                        new PasswordForm(profile.username(), me, passwords, policy, rotation),
                        username,
                        new EmailForm(emails, me, proof),
                        takeout(),
                        new ClosingForm(this::close),
                        proof);
    }

    private Section takeout() {
        Section card = new Section(
                new H2(getTranslation("takeout.title")),
                new Paragraph(new Anchor("/settings/takeout", getTranslation("takeout.link"))));
        card.addClassNames("card", "form-card");
        return card;
    }

    private void rename(String typed) {
        proof.before(() -> {
            Optional<String> problem =
                    account.rename(me, typed).map(wrong -> getTranslation("username.problem." + wrong, typed));
            username.show(problem);
            if (problem.isEmpty()) {
                Profile now = profiles.of(me.viewer());
                username.renamed(now.username());
                getElement()
                        .executeJs(
                                "dispatchEvent(new CustomEvent('barker-profile-changed', {detail: {account: $0, name: $1}}))",
                                now.username(),
                                now.displayName());
            }
        });
    }

    private void close(boolean withBarks) {
        proof.before(() -> {
            try {
                account.close(me, withBarks);
            } catch (LastAdministrator last) {
                LOG.info("The last administrator may not leave: {}", last.getMessage());
                Toast.sayIfRefused(Optional.of(getTranslation("account.close.last")));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("settings.account"));
    }
}
