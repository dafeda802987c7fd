package app.barker.signin.ui;

import app.barker.account.Viewer;
import app.barker.signin.SecurityEvent;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person has to be told about their account, above every page until they have seen it. */
public class SecurityNotices extends Composite<Div> {

    private final SecurityHistory history;
    private final Viewer me;

    /** Of the person who looks; shows nothing until {@link #refresh}. */
    public SecurityNotices(SecurityHistory history, Viewer me) {
        this.history = history;
        this.me = me;
        getContent().addClassName("notices");
    }

    /** Reads what there is to tell, in one statement. Under the lock of the page. */
    public void refresh() {
        getContent().removeAll();
        List<SecurityEvent> untold = history.untold(me);
        if (!untold.isEmpty()) {
            getContent().add(note(untold));
        }
    }

    public boolean isEmpty() {
        return getContent().getElement().getChildCount() == 0;
    }

    private Note note(List<SecurityEvent> untold) {
        Div words = new Div();
        untold.forEach(event -> words.add(new Paragraph(sentence(event))));
        long newest = untold.getFirst().id();
        NativeButton understood = new NativeButton(getTranslation("notices.understood"), click -> {
            history.told(me, newest);
            refresh();
        });
        understood.addClassNames("button", "small");
        Div actions = new Div(understood);
        untold.stream().map(event -> pageFor(event.kind())).distinct().forEach(page -> actions.add(link(page)));
        actions.addClassName("form-actions");
        words.add(actions);
        return Note.notice(getTranslation("notices.title"), words);
    }

    private Anchor link(String page) {
        return new Anchor("/settings/" + page, getTranslation("notices." + page));
    }

    /** Where something can be done about it. */
    private static String pageFor(SecurityEventKind kind) {
        return switch (kind) {
            case TOKEN_ENDS_SOON -> "tokens";
            case WEBHOOK_PAUSED -> "webhooks";
            default -> "sessions";
        };
    }

    private String sentence(SecurityEvent event) {
        String key = "notices." + event.kind()
                + (event.kind() == SecurityEventKind.SIGN_IN_ENDED ? "." + event.detail() : "");
        String place = Stream.of(event.browser(), event.operatingSystem(), event.address())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return getTranslation(key, place.isEmpty() ? getTranslation("notices.unknown-place") : place, event.detail());
    }
}
