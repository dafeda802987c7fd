package app.barker.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;

/** When a token ends: after some days, or with a date; in the browser's own list and calendar. */
@Tag("div")
class ExpiryField extends Component {

    private static final String BY_DATE = "date";
    private static final int USUAL_DAYS = 90;

    private final Element select = new Element("select");
    private final Element date = new Element("input").setAttribute("type", "date");
    private final String atFirst;

    /** @param mostDays the longest that an administrator allows */
    ExpiryField(int mostDays) {
        addClassName("expiry");
        List<Integer> offered = IntStream.of(30, USUAL_DAYS, 365)
                .filter(days -> days <= mostDays)
                .boxed()
                .toList();
        atFirst = offered.contains(USUAL_DAYS)
                ? String.valueOf(USUAL_DAYS)
                : offered.isEmpty() ? BY_DATE : String.valueOf(offered.getLast());
        offered.forEach(days -> option(String.valueOf(days), getTranslation("tokens.days", days)));
        option(BY_DATE, getTranslation("tokens.by-date"));
        date.setAttribute("aria-label", getTranslation("tokens.date"));
        date.addPropertyChangeListener("value", "change", changed -> {});
        select.addPropertyChangeListener("value", "change", changed -> showDate());
        Element words = new Element("span").setText(getTranslation("tokens.expiry"));
        Element label = new Element("label").appendChild(words, select);
        label.setAttribute("class", "choice");
        getElement().appendChild(label, date);
        showDate();
    }

    private void option(String value, String words) {
        select.appendChild(new Element("option")
                .setAttribute("value", value)
                .setAttribute("selected", value.equals(atFirst))
                .setText(words));
    }

    private String chosen() {
        return select.getProperty("value", atFirst);
    }

    private void showDate() {
        date.setVisible(chosen().equals(BY_DATE));
    }

    /** With a date, the end of that day in UTC; what is no date has ended already. */
    Instant end(Instant now) {
        String chosen = chosen();
        try {
            return chosen.equals(BY_DATE)
                    ? LocalDate.parse(date.getProperty("value", ""))
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : now.plus(Duration.ofDays(Integer.parseInt(chosen)));
        } catch (DateTimeParseException | NumberFormatException nothing) {
            return now;
        }
    }
}
