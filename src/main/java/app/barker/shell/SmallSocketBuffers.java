package app.barker.shell;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives every connection small buffers of its own, in bytes: an open page holds one for as long as it is open. Requests are
 * small; answers of some kilobytes leave in a few writes instead of one.
 */
@Component
class SmallSocketBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String READ = "1024";
    private static final String WRITE = "2048";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(SmallSocketBuffers::shrink);
    }

    private static void shrink(Connector connector) {
        connector.setProperty("socket.appReadBufSize", READ);
        connector.setProperty("socket.appWriteBufSize", WRITE);
    }
}
