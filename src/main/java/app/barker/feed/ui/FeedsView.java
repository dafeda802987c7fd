package app.barker.feed.ui;

import app.barker.account.ProfileService;
import app.barker.feed.FeedNotFound;
import app.barker.feed.FeedSubject;
import app.barker.feed.Feeds;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.CopyButton;
import app.barker.signin.ui.CurrentSession;
import app.barker.signin.ui.ProofQuestion;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Settings: secret addresses at which a feed reader finds barks. */
@Route("settings/feeds")
@PermitAll
public class FeedsView extends Composite<Div> implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedsView.class);

    private final Feeds feeds;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final FeedList list = new FeedList(this::renew, this::revoke);
    private final Div fresh = new Div();

    FeedsView(Feeds feeds, ProfileService profiles, ProofQuestion.Factory proofs) {
        this.feeds = feeds;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        fresh.addClassName("fresh-token");
        fresh.getElement().setAttribute("role", "status");
        Paragraph lead = new Paragraph(getTranslation("feeds.text"));
        lead.addClassName("muted");
        Section own = new Section(new H2(getTranslation("feeds.title")), lead, fresh, list, new FeedForm(this::make));
        own.addClassName("tokens");
        getContent().addClassNames("page", "settings", "wide");
        getContent().add(head, new SettingsNav(SettingsNav.FEEDS), own, proof);
        list.show(feeds.of(me));
    }

    private void make(FeedForm form) {
        proof.before(() -> {
            switch (feeds.make(me, form.wanted())) {
                case Feeds.Result.Made made -> {
                    form.clear();
                    showOnce(made);
                }
                case Feeds.Result.Refused refused -> form.show(Optional.of(refused.problem()));
            }
        });
    }

    private void renew(long id) {
        proof.before(() -> {
            try {
                showOnce(feeds.renew(me, id));
            } catch (FeedNotFound gone) {
                sayItIsGone(gone);
            }
        });
    }

    private void revoke(long id) {
        try {
            feeds.revoke(me, id);
            Toast.done(getTranslation("feeds.revoked"));
            fresh.removeAll();
            list.show(feeds.of(me));
        } catch (FeedNotFound gone) {
            sayItIsGone(gone);
        }
    }

    private void sayItIsGone(FeedNotFound gone) {
        LOG.debug("Turned off meanwhile, or not one's own", gone);
        Toast.sayIfRefused(Optional.of(getTranslation("feeds.gone")));
        fresh.removeAll();
        list.show(feeds.of(me));
    }

    /** It is nowhere else, and with this page it is gone. */
    private void showOnce(Feeds.Result.Made made) {
        String address = ServletUriComponentsBuilder.fromContextPath(
                                VaadinServletRequest.getCurrent().getHttpServletRequest())
                        .build()
                        .toUriString()
                + "/feeds/" + made.secret();
        String name = made.subject() instanceof FeedSubject.Home
                ? getTranslation("feeds.kind.HOME")
                : made.subject().name();
        Div words =
                new Div(new H3(getTranslation("feeds.ready", name)), new Paragraph(getTranslation("feeds.ready.text")));
        Code shown = new Code(address);
        shown.addClassName("code");
        fresh.removeAll();
        fresh.add(words, shown, new CopyButton(address, getTranslation("feeds.copy")));
        // On a phone the form that made it is a screen further down.
        fresh.getElement().executeJs("this.scrollIntoView({ block: 'center' })");
        list.show(feeds.of(me));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("feeds.title"));
    }
}
