package app.barker.api.ui;

import app.barker.token.Scope;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a token may do: the browser's own boxes, each with a sentence. */
@Tag("fieldset")
class ScopeChoice extends Component {

    private final Map<Scope, Element> boxes = new EnumMap<>(Scope.class);

    ScopeChoice(Set<Scope> offered) {
        addClassName("choices");
        getElement().appendChild(new Element("legend").setText(getTranslation("tokens.scopes")));
        for (Scope scope : EnumSet.copyOf(offered)) {
            Element box = new Element("input")
                    .setAttribute("type", "checkbox")
                    .setAttribute("name", scope.word())
                    .setAttribute("checked", scope == Scope.READ);
            box.addPropertyChangeListener("checked", "change", changed -> {});
            boxes.put(scope, box);
            Element words = new Element("span").setText(getTranslation("tokens.scope." + scope));
            getElement().appendChild(new Element("label").appendChild(box, words));
        }
    }

    Set<Scope> chosen() {
        Set<Scope> chosen = EnumSet.noneOf(Scope.class);
        boxes.forEach((scope, box) -> {
            if (box.getProperty("checked", scope == Scope.READ)) {
                chosen.add(scope);
            }
        });
        return chosen;
    }
}
