package app.barker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/** A small element of our own that is told its name and draws itself. */
class ClientElement extends Component {

    ClientElement(String tag, String name) {
        super(new Element(tag));
        getElement().setAttribute("name", name).setAttribute("aria-hidden", "true");
    }
}
