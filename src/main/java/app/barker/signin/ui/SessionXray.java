package app.barker.signin.ui;

import app.barker.signin.OpenSession;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/** The reader's own session, as the server and the browser know it. Its id is not among what the browser is told. */
@Tag("barker-xray")
@JsModule("./barker-xray.ts")
class SessionXray extends Component {

    /** Times in ISO 8601. */
    record Facts(String fingerprint, String begun, String expires, String cookie, String csrfName, String csrfToken) {}

    void show(OpenSession session) {
        CsrfToken token =
                (CsrfToken) Objects.requireNonNull(VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()));
        getElement()
                .callJsFunction(
                        "show",
                        new Facts(
                                session.fingerprint(),
                                session.begunAt().toString(),
                                session.expiresAt().toString(),
                                session.cookie(),
                                token.getParameterName(),
                                token.getToken()));
    }
}
