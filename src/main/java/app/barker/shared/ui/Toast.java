package app.barker.shared.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.Optional;

/** A short word at the bottom of the page. */
public final class Toast {

    private static final int DONE_MILLIS = 5_000;

    private Toast() {}

    /** Stays until it is closed, and is read out at once. */
    public static void sayIfRefused(Optional<String> refused) {
        refused.ifPresent(why -> {
            Notification toast = new Notification(why, 0, Notification.Position.BOTTOM_CENTER);
            toast.addThemeVariants(NotificationVariant.ERROR);
            toast.setAssertive(true);
            toast.open();
        });
    }

    /** That something was done; goes by itself. */
    public static void done(String sentence) {
        new Notification(sentence, DONE_MILLIS, Notification.Position.BOTTOM_CENTER).open();
    }
}
