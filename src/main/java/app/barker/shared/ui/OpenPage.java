package app.barker.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.communication.PushConnection;
import java.time.Clock;
import java.time.Duration;

/** A page as the server knows it, whose browser may have gone. */
public final class OpenPage {

    /** Browsers ask after the server once a minute; who has missed two of these is gone. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2).plusSeconds(10);

    private OpenPage() {}

    /** Whether news would reach a browser. Read without the page's lock: at worst they are told once too often, or one ring later. */
    public static boolean isThere(UI ui, Clock clock) {
        UIInternals internals = ui.getInternals();
        PushConnection push = internals.getPushConnection();
        return push != null
                && push.isConnected()
                && clock.millis() - internals.getLastHeartbeatTimestamp() < LONGEST_SILENCE.toMillis();
    }
}
