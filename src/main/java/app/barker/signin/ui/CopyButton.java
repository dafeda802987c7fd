package app.barker.signin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Copies a short text. The browser does it without asking the server. */
@Tag("barker-copy")
@JsModule("./barker-copy.ts")
public class CopyButton extends Component {

    /**
     * A button that copies this text.
     *
     * @param label what it is for, to those who do not see it
     */
    public CopyButton(String text, String label) {
        getElement().setAttribute("text", text).setAttribute("label", label);
    }
}
