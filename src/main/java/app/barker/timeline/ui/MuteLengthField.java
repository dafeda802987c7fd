package app.barker.timeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.Optional;

/** How long a mute lasts, in the browser's own list: it loads nothing, and phones show it their way. */
@Tag("label")
class MuteLengthField extends Component {

    private static final MuteLength AT_FIRST = MuteLength.WEEK;

    private final Element select = new Element("select");

    MuteLengthField() {
        addClassName("choice");
        Element words = new Element("span").setText(getTranslation("mute.for"));
        for (MuteLength length : MuteLength.values()) {
            select.appendChild(new Element("option")
                    .setAttribute("value", length.name())
                    .setAttribute("selected", length == AT_FIRST)
                    .setText(getTranslation("mute.length." + length)));
        }
        select.addPropertyChangeListener("value", "change", changed -> {});
        getElement().appendChild(words, select);
    }

    /** Empty for good. */
    Optional<Duration> duration() {
        return MuteLength.named(select.getProperty("value", AT_FIRST.name()))
                .orElse(AT_FIRST)
                .duration();
    }
}
