package app.barker.api.ui;

import app.barker.account.ProfileService;
import app.barker.api.Leashes;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.CopyButton;
import app.barker.signin.ui.CurrentSession;
import app.barker.signin.ui.ProofQuestion;
import app.barker.token.ApiTokens;
import app.barker.token.NewToken;
import app.barker.token.Scope;
import app.barker.token.TokenNotFound;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings: API tokens, and the three ways in which a request can prove who sent it, side by side. */
@Route("settings/tokens")
@PermitAll
public class TokensView extends Composite<Div> implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(TokensView.class);

    private final ApiTokens tokens;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final Clock clock;
    private final TokenList list;
    private final Div fresh = new Div();

    TokensView(ApiTokens tokens, Leashes leashes, ProfileService profiles, ProofQuestion.Factory proofs, Clock clock) {
        this.tokens = tokens;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        this.clock = clock;
        this.list = new TokenList(tokens.announceEnd(), this::revoke);
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        fresh.addClassName("fresh-token");
        fresh.getElement().setAttribute("role", "status");
        getContent().addClassNames("page", "settings", "wide");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.TOKENS),
                        own(),
                        lab(new LeashesLab(leashes, me, proof, clock)),
                        proof);
        show();
    }

    private Section own() {
        Paragraph lead = new Paragraph(getTranslation("tokens.text") + " ");
        lead.addClassName("muted");
        Anchor reference = new Anchor("/api/docs", getTranslation("tokens.reference"));
        reference.setRouterIgnore(true);
        lead.add(reference);
        TokenForm form = new TokenForm(
                Scope.offeredTo(me.viewer().role()),
                Math.toIntExact(tokens.longest().toDays()),
                this::make);
        Section section = new Section(new H2(getTranslation("tokens.title")), lead, fresh, list, form);
        section.addClassName("tokens");
        return section;
    }

    private Section lab(LeashesLab lab) {
        Paragraph lead = new Paragraph(getTranslation("leashes.text"));
        lead.addClassName("muted");
        Section section = new Section(new H2(getTranslation("leashes.title")), lead, lab);
        section.addClassName("leashes");
        return section;
    }

    private void show() {
        list.show(tokens.of(me), clock.instant());
    }

    private void make(TokenForm form) {
        proof.before(() -> {
            NewToken wanted = form.wanted(clock.instant());
            switch (tokens.make(me, wanted)) {
                case ApiTokens.Result.Made made -> {
                    form.clear();
                    showOnce(wanted.name(), made.secret());
                    show();
                }
                case ApiTokens.Result.Refused refused -> form.show(Optional.of(refused.problem()));
            }
        });
    }

    /** It is nowhere else, and with this page it is gone. */
    private void showOnce(String name, String secret) {
        Div words = new Div(
                new H3(getTranslation("tokens.ready", name)), new Paragraph(getTranslation("tokens.ready.text")));
        Code shown = new Code(secret);
        shown.addClassName("code");
        fresh.removeAll();
        fresh.add(words, shown, new CopyButton(secret, getTranslation("tokens.copy")));
        // On a phone the form that made it is a screen further down.
        fresh.getElement().executeJs("this.scrollIntoView({ block: 'center' })");
    }

    private void revoke(long id) {
        try {
            tokens.revoke(me, id);
            Toast.done(getTranslation("tokens.revoked"));
        } catch (TokenNotFound gone) {
            LOG.debug("Revoked twice, or not one's own", gone);
            Toast.sayIfRefused(Optional.of(getTranslation("tokens.gone")));
        }
        fresh.removeAll();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("tokens.title"));
    }
}
