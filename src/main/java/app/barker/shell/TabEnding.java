package app.barker.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sends the open tabs of a browser to the log-in page when its session ends, before the session is gone: afterwards nothing
 * could be pushed to them any more.
 */
@Component
class TabEnding implements LogoutHandler {

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            // First the session forgets who it was: a tab that comes to the log-in page stays there.
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            openTabs(session)
                    .forEach(vaadin -> vaadin.accessSynchronously(
                            () -> List.copyOf(vaadin.getUIs()).forEach(TabEnding::sendToLogin)));
        }
    }

    private static void sendToLogin(UI ui) {
        ui.getPage().executeJs("dispatchEvent(new Event('barker-log-out')); location.replace('/login')");
        ui.push();
    }

    private static List<VaadinSession> openTabs(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .filter(VaadinSession.class::isInstance)
                .map(VaadinSession.class::cast)
                .toList();
    }
}
