package app.barker.notification.ui;

import app.barker.notification.NotificationKind;
import app.barker.notification.NotificationPreferences;
import app.barker.notification.QuietHours;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Boxes to tick, and two times, in the browser's own fields. */
class PreferencesForm extends Composite<Div> {

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesForm.class);

    /** What most people would choose, once they want quiet hours at all. */
    private static final String USUAL_FROM = "22:00";

    private static final String USUAL_TO = "07:00";

    private final Map<NotificationKind, Element> kinds = new EnumMap<>(NotificationKind.class);
    private final Element quiet;
    private final Element from;
    private final Element to;
    private final ZoneField zone;
    private final Paragraph problem = new Paragraph();
    private final Span saved = new Span();
    private final Consumer<NotificationPreferences> keeping;

    PreferencesForm(NotificationPreferences chosen, Consumer<NotificationPreferences> keeping) {
        this.keeping = keeping;
        Element kindsField = fieldset("notification-settings.kinds");
        for (NotificationKind kind : NotificationKind.values()) {
            Element box = box(chosen.wanted().contains(kind));
            kinds.put(kind, box);
            kindsField.appendChild(label(box, "notification-settings.kind." + kind));
        }
        Optional<QuietHours> hours = chosen.quiet();
        quiet = box(hours.isPresent());
        from = time(hours.map(each -> each.from().toString()).orElse(USUAL_FROM));
        to = time(hours.map(each -> each.to().toString()).orElse(USUAL_TO));
        zone = new ZoneField(hours.map(each -> each.zone().getId()).orElse(""));
        Element quietField = fieldset("notification-settings.quiet")
                .appendChild(label(quiet, "notification-settings.quiet.on"))
                .appendChild(times());
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        saved.addClassName("saved-note");
        saved.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("notification-settings.save"), pressed -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(save, saved);
        actions.addClassName("form-actions");
        getContent().addClassNames("card", "form-card", "notification-settings");
        getContent().getElement().appendChild(kindsField, quietField);
        getContent().add(problem, actions);
    }

    private Element times() {
        Element times = new Element("div")
                .appendChild(
                        labelBefore(from, "notification-settings.from"), labelBefore(to, "notification-settings.to"));
        times.getClassList().add("expiry");
        return times.appendChild(zone.getElement());
    }

    private Element fieldset(String legend) {
        Element field = new Element("fieldset").appendChild(new Element("legend").setText(getTranslation(legend)));
        field.getClassList().add("choices");
        return field;
    }

    private Element box(boolean ticked) {
        return field("checkbox", "checked").setProperty("checked", ticked);
    }

    private static Element time(String value) {
        return field("time", "value").setProperty("value", value);
    }

    private static Element field(String type, String property) {
        Element field = new Element("input").setAttribute("type", type);
        field.addPropertyChangeListener(property, "change", changed -> {});
        return field;
    }

    private Element label(Element box, String words) {
        return new Element("label").appendChild(box, new Element("span").setText(getTranslation(words)));
    }

    private Element labelBefore(Element field, String words) {
        Element label = new Element("label").appendChild(new Element("span").setText(getTranslation(words)), field);
        label.getClassList().add("choice");
        return label;
    }

    private void save() {
        boolean wantsQuiet = quiet.getProperty("checked", false);
        Optional<QuietHours> hours = wantsQuiet
                ? QuietHours.read(from.getProperty("value", ""), to.getProperty("value", ""), zone.value())
                : Optional.empty();
        if (wantsQuiet && hours.isEmpty()) {
            say(getTranslation("notification-settings.problem"), "");
            return;
        }
        try {
            keeping.accept(new NotificationPreferences(wanted(), hours));
            say("", getTranslation("settings.saved"));
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("What a person wants to be told of could not be stored", notStored);
            say(getTranslation("bark.not-done"), "");
        }
    }

    private void say(String whyNot, String done) {
        problem.setText(whyNot);
        saved.setText(done);
    }

    private Set<NotificationKind> wanted() {
        Set<NotificationKind> wanted = EnumSet.noneOf(NotificationKind.class);
        kinds.forEach((kind, box) -> {
            if (box.getProperty("checked", false)) {
                wanted.add(kind);
            }
        });
        return wanted;
    }
}
