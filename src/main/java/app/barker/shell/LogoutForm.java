package app.barker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/** Posts to {@code /logout}: a form like any other, with the token that no other site knows. */
@Tag("form")
class LogoutForm extends Component {

    LogoutForm() {
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", "logout")
                .setAttribute("hidden", true);
        CsrfToken token =
                (CsrfToken) Objects.requireNonNull(VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()));
        getElement()
                .appendChild(new Element("input")
                        .setAttribute("type", "hidden")
                        .setAttribute("name", token.getParameterName())
                        .setAttribute("value", token.getToken()));
    }

    void send() {
        getElement().executeJs("this.submit()");
    }
}
