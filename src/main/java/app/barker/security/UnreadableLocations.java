package app.barker.security;

import com.vaadin.flow.router.InvalidLocationException;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Refuses the start of a page at a location that no browser stands at. Vaadin would take it for a failure of the server: a
 * 500 and three stack traces in the log for whoever asks.
 */
@Component
class UnreadableLocations implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(UnreadableLocations::refuse);
    }

    private static boolean refuse(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (!HandlerHelper.isRequestType(request, RequestType.INIT) || isReadable(request)) {
            return false;
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST, "");
        return true;
    }

    private static boolean isReadable(VaadinRequest request) {
        try {
            QueryParameters query = QueryParameters.fromString(parameter(request, "query"));
            return !new Location(parameter(request, "location"), query)
                    .getSegments()
                    .isEmpty();
        } catch (InvalidLocationException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String parameter(VaadinRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
