package app.barker.webhook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.SignedInViewTest;
import app.barker.webhook.Delivery;
import app.barker.webhook.Off;
import app.barker.webhook.Watched;
import app.barker.webhook.Webhook;
import app.barker.webhook.Webhooks;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebhooksViewTest extends SignedInViewTest {

    @Autowired
    Webhooks webhooks;

    @Test
    void theSecretIsShownOnceAndTheListDoesNotKnowIt() {
        make("https://hook.example/bark");

        String secret = find(Code.class).single().getText();
        assertThat(secret).startsWith("whsec_");
        assertThat(String.valueOf(argumentsOf(list(), "show")))
                .contains("https://hook.example/bark", "everyone’s barks")
                .doesNotContain(secret);
        Webhook made = webhooks.of(me).getFirst();
        assertThat(made.watched()).isEqualTo(new Watched.Everyone());
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        make("http://hook.example/");
        assertThat(field("Address").getErrorMessage()).startsWith("What is sent must not travel in clear");

        find(WebhookForm.class).single().getElement().getChild(3).getChild(1).setProperty("value", "TAG");
        field("Name of the person, or the tag").setValue("two words");
        field("Address").setValue("https://hook.example/");
        press("Make webhook");

        assertThat(field("Name of the person, or the tag").getErrorMessage()).startsWith("This is not a tag");
        assertThat(field("Address").isInvalid()).isFalse();
        assertThat(webhooks.of(me)).isEmpty();
    }

    @Test
    void withoutAFreshProofThePasswordIsAskedFor() {
        navigate(WebhooksView.class);
        open.proofIsOld(me);
        field("Address").setValue("https://hook.example/");

        press("Make webhook");

        assertThat(webhooks.of(me)).isEmpty();
    }

    @Test
    void theButtonsOfARowDoWhatTheySay() {
        make("https://hook.example/");
        String key = String.valueOf(webhooks.of(me).getFirst().id());

        list().test(key);
        assertThat(deliveries())
                .singleElement()
                .satisfies(sent -> assertThat(sent.barkId()).isEmpty());
        assertThat(String.valueOf(argumentsOf(list(), "show"))).contains("WAITING");
        list().turnOff(key);
        assertThat(webhooks.of(me).getFirst().off()).contains(Off.OWNER);
        list().turnOn(key);
        assertThat(webhooks.of(me).getFirst().off()).isEmpty();
        list().look();
        list().delete(key);

        assertThat(webhooks.of(me)).isEmpty();
        assertThat(find(Code.class).all()).isEmpty();
    }

    @Test
    void idsThatAreNoneAndThoseOfOthersLeadNowhere() {
        make("https://hook.example/");

        for (String key : new String[] {"99999999", "x", "", null}) {
            list().test(key);
            list().turnOff(key);
            list().turnOn(key);
            list().delete(key);
        }

        assertThat(webhooks.of(me))
                .singleElement()
                .satisfies(own -> assertThat(own.off()).isEmpty());
        assertThat(deliveries()).isEmpty();
    }

    private void make(String address) {
        navigate(WebhooksView.class);
        field("Address").setValue(address);
        press("Make webhook");
    }

    private List<Delivery> deliveries() {
        return webhooks.deliveriesOf(me, webhooks.of(me).getFirst().id());
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private WebhookList list() {
        return find(WebhookList.class).single();
    }
}
