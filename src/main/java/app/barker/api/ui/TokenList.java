package app.barker.api.ui;

import app.barker.token.ApiToken;
import app.barker.token.Scope;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One's API tokens, each with a button that ends it. The browser is handed the rows and draws them. */
@Tag("barker-tokens")
@JsModule("./barker-tokens.ts")
class TokenList extends Component {

    private final Duration soon;
    private final LongConsumer revoking;

    /** @param soon how long before its end one is marked */
    TokenList(Duration soon, LongConsumer revoking) {
        this.soon = soon;
        this.revoking = revoking;
    }

    /** One of them: times in ISO 8601, empty where there is none; ids as text. */
    record Row(
            String key,
            String name,
            String hint,
            List<String> scopes,
            String used,
            String usedFrom,
            String ends,
            boolean endsSoon) {}

    void show(List<ApiToken> tokens, Instant now) {
        getElement()
                .callJsFunction(
                        "show", tokens.stream().map(token -> row(token, now)).toList());
    }

    private Row row(ApiToken token, Instant now) {
        return new Row(
                String.valueOf(token.id()),
                token.name(),
                token.hint(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.lastUsedAt().map(Instant::toString).orElse(""),
                token.lastUsedFrom(),
                token.expiresAt().toString(),
                token.expiresAt().isBefore(now.plus(soon)));
    }

    /** @param key what a browser sends, so it may be anything */
    @ClientCallable
    void revoke(@Nullable String key) {
        if (key != null && key.matches("\\d{1,18}")) {
            revoking.accept(Long.parseLong(key));
        }
    }
}
