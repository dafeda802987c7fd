package app.barker.feed.ui;

import app.barker.feed.FeedProblem;
import app.barker.feed.NewFeed;
import app.barker.feed.NewFeed.Kind;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** What a new feed is to be of. Knows a callback, no service. */
class FeedForm extends Composite<Section> {

    private final Element kind = new Element("select");
    private final TextField name = new TextField(getTranslation("feeds.name"));
    private final Paragraph problem = new Paragraph();

    FeedForm(Consumer<FeedForm> making) {
        for (Kind each : Kind.values()) {
            kind.appendChild(new Element("option")
                    .setAttribute("value", each.name())
                    .setAttribute("selected", each == Kind.HOME)
                    .setText(getTranslation("feeds.kind." + each)));
        }
        kind.addPropertyChangeListener("value", "change", changed -> name.setVisible(kind() != Kind.HOME));
        Element label =
                new Element("label").appendChild(new Element("span").setText(getTranslation("feeds.kind")), kind);
        label.setAttribute("class", "choice");
        name.setManualValidation(true);
        name.setVisible(false);
        Button make = new Button(getTranslation("feeds.make"), click -> making.accept(this));
        make.addThemeName("primary");
        make.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        Div actions = new Div(make);
        actions.addClassName("form-actions");
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Paragraph hint = new Paragraph(getTranslation("feeds.new.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("feeds.new")), hint);
        getContent().getElement().appendChild(label);
        getContent().add(name, problem, actions);
    }

    /** As it is filled in. */
    NewFeed wanted() {
        return new NewFeed(kind(), name.getValue());
    }

    /** Says what is wrong where it is. */
    void show(Optional<FeedProblem> refused) {
        String words =
                refused.map(each -> getTranslation("feed.problem." + each)).orElse("");
        boolean ofName = refused.filter(each -> each == FeedProblem.NOBODY || each == FeedProblem.NO_TAG)
                .isPresent();
        name.setInvalid(ofName);
        name.setErrorMessage(ofName ? words : "");
        problem.setText(ofName ? "" : words);
        if (ofName) {
            name.focus();
        }
    }

    void clear() {
        name.clear();
        show(Optional.empty());
    }

    /** What a browser sends may be anything. */
    private Kind kind() {
        String chosen = kind.getProperty("value", Kind.HOME.name());
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(Kind.HOME);
    }
}
