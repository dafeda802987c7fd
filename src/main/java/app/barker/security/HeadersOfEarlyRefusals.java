package app.barker.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The security headers of what is refused before any filter runs: by Tomcat's parser, and by Spring Security's firewall. What
 * comes further gets its own from the filter chain instead.
 */
@Component
class HeadersOfEarlyRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addEngineValves(new HeaderValve());
    }

    private static class HeaderValve extends ValveBase {

        HeaderValve() {
            // It lets asynchronous requests, such as a push connection, pass.
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Content-Security-Policy", ContentSecurityPolicy.WITHOUT_SCRIPTS);
            getNext().invoke(request, response);
        }
    }
}
