package app.barker.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Everything from this server and nowhere else; inline scripts only with this response's nonce. Flow's client needs
 * {@code unsafe-eval} to run what the server sends, and inline styles to lay components out (docs/decisions/0006).
 */
@Component
class ContentSecurityPolicy implements HeaderWriter, VaadinServiceInitListener {

    /** For what is answered with words and pictures alone. */
    static final String WITHOUT_SCRIPTS = "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String HEADER = "Content-Security-Policy";

    private static final String NONCE = ContentSecurityPolicy.class.getName() + ".nonce";

    private static final SecureRandom RANDOM = new SecureRandom();

    private volatile boolean development;

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (development) {
            // The development server brings scripts and fonts of its own and talks to itself by another socket.
            response.setHeader(HEADER, policy("'unsafe-inline'", " font-src 'self' data:; connect-src 'self' ws:;"));
        } else {
            String nonce = nonce();
            request.setAttribute(NONCE, nonce);
            response.setHeader(HEADER, policy("'nonce-" + nonce + "'", ""));
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        development = !event.getSource().getDeploymentConfiguration().isProductionMode();
        event.addIndexHtmlRequestListener(ContentSecurityPolicy::vouchForScripts);
    }

    private static void vouchForScripts(IndexHtmlResponse response) {
        Object nonce = response.getVaadinRequest().getAttribute(NONCE);
        if (nonce != null) {
            response.getDocument().getElementsByTag("script").attr("nonce", nonce.toString());
        }
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String policy(String inlineScripts, String more) {
        return "default-src 'self'; script-src 'self' " + inlineScripts
                + " 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none';"
                + more;
    }
}
