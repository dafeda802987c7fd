package app.barker.shell;

import com.vaadin.flow.server.VaadinServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/**
 * Gives the push connections of open pages small buffers. Atmosphere's defaults are 48 KiB a page, for messages that a
 * browser never sends: events travel by XHR, the socket brings heartbeats. It reads these from the servlet alone.
 */
@Component
class SmallPushBuffers implements BeanPostProcessor {

    private static final String BYTES = "256";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ServletRegistrationBean<?> registration
                && registration.getServlet() instanceof VaadinServlet) {
            registration.addInitParameter("org.atmosphere.websocket.bufferSize", BYTES);
            registration.addInitParameter("org.atmosphere.websocket.maxTextMessageSize", BYTES);
            registration.addInitParameter("org.atmosphere.websocket.maxBinaryMessageSize", BYTES);
        }
        return bean;
    }
}
