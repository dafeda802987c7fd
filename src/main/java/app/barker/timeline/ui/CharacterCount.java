package app.barker.timeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Says how many characters the field around it has, of how many; counts in the browser. */
@Tag("barker-count")
@JsModule("./barker-count.ts")
class CharacterCount extends Component {

    CharacterCount(int most) {
        getElement().setAttribute("max", String.valueOf(most));
    }
}
