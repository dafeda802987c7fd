package app.barker.webhook;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one message to another server and hears whether it was taken. Follows no redirect, keeps no cookie and no connection, reads
 * no body, and takes no longer than the setting says, however slowly the other one speaks.
 */
@Component
class Sender implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8_192;

    private final CloseableHttpClient client;
    private final WebhookSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Sender(ReachableAddresses addresses, WebhookSettings settings) {
        this.settings = settings;
        client = HttpClients.custom()
                .setConnectionManager(connections(addresses, settings))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionRequestTimeout(timeout(settings))
                        .setResponseTimeout(timeout(settings))
                        .build())
                .setUserAgent("Barker")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** @param status of the answer; 0 where there was none */
    record Answer(int status, Optional<DeliveryProblem> problem) {

        static Answer none(DeliveryProblem why) {
            return new Answer(0, Optional.of(why));
        }

        boolean isYes() {
            return problem.isEmpty();
        }
    }

    /** What is to be sent, signed. */
    record Message(URI address, String id, long timestamp, String signature, String body) {}

    Answer send(Message message) {
        HttpPost request = new HttpPost(message.address());
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", String.valueOf(message.timestamp()));
        request.setHeader("webhook-signature", message.signature());
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        Future<Answer> answer = threads.submit(() -> exchange(request));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return Answer.none(DeliveryProblem.TOO_SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.none(DeliveryProblem.TOO_SLOW);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            request.cancel();
            answer.cancel(true);
        }
    }

    private Answer exchange(HttpPost request) {
        try {
            HttpHost server = RoutingSupport.determineHost(request);
            ClassicHttpResponse response = client.executeOpen(server, request, null);
            int status = response.getCode();
            // Before the response is closed: that would first read what is left of its body.
            request.cancel();
            Closer.closeQuietly(response);
            return status >= 200 && status < 300
                    ? new Answer(status, Optional.empty())
                    : new Answer(status, Optional.of(DeliveryProblem.REFUSED));
        } catch (IOException | HttpException failed) {
            LOG.debug("A message did not arrive", failed);
            return Answer.none(problem(failed));
        }
    }

    private static DeliveryProblem problem(Exception failed) {
        return switch (failed) {
            case ReachableAddresses.NotPublic refused -> DeliveryProblem.NOT_PUBLIC;
            case UnknownHostException unknown -> DeliveryProblem.NAME_UNKNOWN;
            case SSLException untrusted -> DeliveryProblem.NOT_TRUSTED;
            case SocketTimeoutException slow -> DeliveryProblem.TOO_SLOW;
            default -> DeliveryProblem.UNREACHABLE;
        };
    }

    private static HttpClientConnectionManager connections(ReachableAddresses addresses, WebhookSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings))
                        .setSocketTimeout(timeout(settings))
                        .build())
                .setMaxConnTotal(settings.atOnce())
                .setMaxConnPerRoute(settings.atOnce())
                .build();
    }

    private static Timeout timeout(WebhookSettings settings) {
        return Timeout.of(settings.timeout());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
