package app.barker.webhook.ui;

import app.barker.account.ProfileService;
import app.barker.shared.LimitReached;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.CopyButton;
import app.barker.signin.ui.CurrentSession;
import app.barker.signin.ui.ProofQuestion;
import app.barker.webhook.NewWebhook;
import app.barker.webhook.WebhookNotFound;
import app.barker.webhook.Webhooks;
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

/** Settings: other servers that are told of new barks. */
@Route("settings/webhooks")
@PermitAll
public class WebhooksView extends Composite<Div> implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhooksView.class);

    private final Webhooks webhooks;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final WebhookList list =
            new WebhookList(new WebhookList.Actions(this::show, this::test, this::turnOn, this::turnOff, this::delete));
    private final Div fresh = new Div();

    WebhooksView(Webhooks webhooks, ProfileService profiles, ProofQuestion.Factory proofs) {
        this.webhooks = webhooks;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        fresh.addClassName("fresh-token");
        fresh.getElement().setAttribute("role", "status");
        Paragraph lead = new Paragraph(getTranslation("webhooks.text"));
        lead.addClassName("muted");
        Section own =
                new Section(new H2(getTranslation("webhooks.title")), lead, fresh, list, new WebhookForm(this::make));
        own.addClassName("tokens");
        getContent().addClassNames("page", "settings", "wide");
        getContent().add(head, new SettingsNav(SettingsNav.WEBHOOKS), own, proof);
        show();
    }

    private void show() {
        list.show(webhooks.of(me), id -> webhooks.deliveriesOf(me, id));
    }

    private void make(WebhookForm form) {
        proof.before(() -> {
            NewWebhook wanted = form.wanted();
            attempt(() -> {
                switch (webhooks.make(me, wanted, here())) {
                    case Webhooks.Result.Made made -> {
                        form.clear();
                        showOnce(wanted.address(), made.secret());
                    }
                    case Webhooks.Result.Refused refused -> form.show(Optional.of(refused.problem()));
                }
            });
        });
    }

    private void test(long id) {
        attempt(() -> webhooks.test(me, id));
    }

    private void turnOn(long id) {
        attempt(() -> webhooks.turnOn(me, id));
    }

    private void turnOff(long id) {
        attempt(() -> webhooks.turnOff(me, id));
    }

    private void delete(long id) {
        attempt(() -> {
            webhooks.delete(me, id);
            fresh.removeAll();
            Toast.done(getTranslation("webhooks.deleted"));
        });
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (WebhookNotFound gone) {
            LOG.debug("Deleted meanwhile, or not one's own", gone);
            Toast.sayIfRefused(Optional.of(getTranslation("webhooks.gone")));
        } catch (LimitReached often) {
            LOG.debug("Too many webhooks and tests", often);
            Toast.sayIfRefused(Optional.of(getTranslation("webhooks.too-often")));
        }
        show();
    }

    /** The page does not show it again. */
    private void showOnce(String address, String secret) {
        Div words = new Div(
                new H3(getTranslation("webhooks.ready", address)),
                new Paragraph(getTranslation("webhooks.ready.text")));
        Code shown = new Code(secret);
        shown.addClassName("code");
        fresh.removeAll();
        fresh.add(words, shown, new CopyButton(secret, getTranslation("webhooks.copy")));
        // On a phone the form that made it is a screen further down.
        fresh.getElement().executeJs("this.scrollIntoView({ block: 'center' })");
    }

    private static String here() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("webhooks.title"));
    }
}
