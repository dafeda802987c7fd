package app.barker.webhook.ui;

import app.barker.webhook.Delivery;
import app.barker.webhook.Webhook;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One's webhooks with what they have sent of late. The browser is handed the rows and draws them. */
@Tag("barker-webhooks")
@JsModule("./barker-webhooks.ts")
class WebhookList extends Component {

    private final Actions actions;

    WebhookList(Actions actions) {
        this.actions = actions;
    }

    /** What can be done with one. */
    record Actions(Runnable look, LongConsumer test, LongConsumer turnOn, LongConsumer turnOff, LongConsumer delete) {}

    /** One of them; ids as text, {@code off} empty while it is on. */
    record Row(String key, String address, String watches, String off, List<Sent> sent) {}

    /** Something that it sent: times in ISO 8601, empty where there is none. */
    record Sent(String barkId, String state, String at, String again, int attempts, int status, String problem) {}

    void show(List<Webhook> webhooks, LongFunction<List<Delivery>> deliveries) {
        getElement()
                .callJsFunction(
                        "show",
                        webhooks.stream()
                                .map(each -> row(each, deliveries.apply(each.id())))
                                .toList());
    }

    private Row row(Webhook webhook, List<Delivery> deliveries) {
        String watches = getTranslation(
                "webhooks.watched." + webhook.watched().kind(),
                webhook.watched().name());
        return new Row(
                String.valueOf(webhook.id()),
                webhook.address(),
                webhook.word().isEmpty() ? watches : getTranslation("webhooks.with-word", watches, webhook.word()),
                webhook.off().map(Enum::name).orElse(""),
                deliveries.stream().map(WebhookList::sent).toList());
    }

    private static Sent sent(Delivery delivery) {
        return new Sent(
                delivery.barkId().map(String::valueOf).orElse(""),
                delivery.state().name(),
                delivery.triedAt().orElse(delivery.createdAt()).toString(),
                delivery.dueAt().map(Instant::toString).orElse(""),
                delivery.attempts(),
                delivery.status(),
                delivery.problem().map(Enum::name).orElse(""));
    }

    /** A page that waits for the end of a test. */
    @ClientCallable
    void look() {
        actions.look().run();
    }

    /** @param key what a browser sends, so it may be anything; so for the others */
    @ClientCallable
    void test(@Nullable String key) {
        pass(key, actions.test());
    }

    @ClientCallable
    void turnOn(@Nullable String key) {
        pass(key, actions.turnOn());
    }

    @ClientCallable
    void turnOff(@Nullable String key) {
        pass(key, actions.turnOff());
    }

    @ClientCallable
    void delete(@Nullable String key) {
        pass(key, actions.delete());
    }

    private static void pass(@Nullable String key, LongConsumer wanting) {
        if (key != null && key.matches("\\d{1,18}")) {
            wanting.accept(Long.parseLong(key));
        }
    }
}
