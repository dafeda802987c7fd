package app.barker.signin.ui;

import app.barker.signin.OwnSignIn;
import app.barker.signin.SignInMethod;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Where somebody is logged in, each with a button that ends it. The browser is handed the rows and draws them. */
@Tag("barker-sessions")
@JsModule("./barker-sessions.ts")
class SessionList extends Component {

    private final LongConsumer revoking;
    private final Runnable revokingOthers;

    SessionList(LongConsumer revoking, Runnable revokingOthers) {
        this.revoking = revoking;
        this.revokingOthers = revokingOthers;
    }

    /** One of them: times in ISO 8601, ids as text. */
    record Row(
            String key,
            boolean current,
            boolean newPlace,
            boolean remembered,
            boolean lab,
            String browser,
            String system,
            String address,
            String since,
            String seen,
            String ended,
            String why) {

        static Row of(OwnSignIn signIn) {
            return new Row(
                    String.valueOf(signIn.id()),
                    signIn.current(),
                    signIn.newPlace(),
                    signIn.remembered(),
                    signIn.method() == SignInMethod.LAB,
                    signIn.browser(),
                    signIn.operatingSystem(),
                    signIn.address(),
                    signIn.createdAt().toString(),
                    signIn.lastSeenAt().toString(),
                    signIn.endedAt().map(Instant::toString).orElse(""),
                    signIn.endedWhy().map(Enum::name).orElse(""));
        }
    }

    void show(List<OwnSignIn> signIns) {
        getElement().callJsFunction("show", signIns.stream().map(Row::of).toList());
    }

    /** @param key what a browser sends, so it may be anything */
    @ClientCallable
    void revoke(@Nullable String key) {
        if (key != null && key.matches("\\d{1,18}")) {
            revoking.accept(Long.parseLong(key));
        }
    }

    @ClientCallable
    void revokeOthers() {
        revokingOthers.run();
    }
}
