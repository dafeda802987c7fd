package app.barker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.webhook.Sender.Answer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @AutoClose
    private final Receiver receiver = Receiver.start();

    @AutoClose("destroy")
    private final Sender sender = sender(Hooks.settings(Hooks.THIS_MACHINE));

    @Test
    void whatIsTakenIsTaken() {
        assertThat(send(sender, receiver.address("/hook?x=1"))).isEqualTo(new Answer(204, Optional.empty()));

        assertThat(receiver.received()).singleElement().satisfies(received -> {
            assertThat(received.path()).isEqualTo("/hook");
            assertThat(received.id()).isEqualTo("msg_1");
            assertThat(received.timestamp()).isEqualTo("1700000000");
            assertThat(received.signature()).isEqualTo("v1,signed");
            assertThat(received.body()).isEqualTo("{\"text\":\"Wuff 🐾\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void noRedirectIsFollowed(int status) {
        receiver.answer(exchange -> {
            exchange.getResponseHeaders().set("Location", receiver.address("/elsewhere"));
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(send(sender, receiver.address("/hook")))
                .isEqualTo(new Answer(status, Optional.of(DeliveryProblem.REFUSED)));
        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/hook");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500, 503})
    void whatIsNotTakenIsTriedOnceByThisOne(int status) {
        receiver.answer(status);

        assertThat(send(sender, receiver.address("/hook")))
                .isEqualTo(new Answer(status, Optional.of(DeliveryProblem.REFUSED)));
        assertThat(receiver.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://2130706433:%d/", "http://[::1]:%d/"})
    void whereOnlyInsidersAreNothingArrives(String address) {
        Sender careful = sender(Hooks.settings());

        Answer answer = send(careful, address.formatted(receiver.port()));

        assertThat(answer.isYes()).isFalse();
        assertThat(receiver.received()).isEmpty();
        careful.destroy();
    }

    @Test
    void aNameIsLookedUpOnceSoThatNobodyAnswersTheCheckOtherwiseThanTheConnection() {
        AtomicInteger asked = new AtomicInteger();
        Sender rebound = new Sender(
                new ReachableAddresses(Hooks.settings("127.0.0.1/32")) {
                    @Override
                    InetAddress[] lookUp(String host) throws UnknownHostException {
                        // What is allowed at first, and what is not ever after.
                        String address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2";
                        return InetAddress.getAllByName(address);
                    }
                },
                Hooks.settings("127.0.0.1/32"));
        String address = "http://hook.example:" + receiver.port() + "/";

        assertThat(send(rebound, address).isYes()).isTrue();
        assertThat(asked).hasValue(1);
        assertThat(receiver.received().getFirst().host()).isEqualTo("hook.example:" + receiver.port());

        assertThat(send(rebound, address)).isEqualTo(Answer.none(DeliveryProblem.NOT_PUBLIC));
        assertThat(receiver.received()).hasSize(1);
        rebound.destroy();
    }

    @Test
    void nobodyThereAndNoSuchNameAreTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(send(sender, "http://127.0.0.1:" + free + "/")).isEqualTo(Answer.none(DeliveryProblem.UNREACHABLE));
        assertThat(send(sender, "http://no-such-name.invalid/")).isEqualTo(Answer.none(DeliveryProblem.NAME_UNKNOWN));
    }

    @Test
    void whoVouchesForThemselvesIsNotTrusted(@TempDir Path folder) throws Exception {
        HttpsServer selfSigned = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        selfSigned.setHttpsConfigurator(new HttpsConfigurator(tls(folder.resolve("keys.p12"))));
        AtomicInteger heard = new AtomicInteger();
        selfSigned.createContext("/", exchange -> heard.incrementAndGet());
        selfSigned.start();

        Answer answer =
                send(sender, "https://localhost:" + selfSigned.getAddress().getPort() + "/");

        selfSigned.stop(0);
        assertThat(answer).isEqualTo(Answer.none(DeliveryProblem.NOT_TRUSTED));
        assertThat(heard).hasValue(0);
    }

    private static SSLContext tls(Path keys) throws Exception {
        String made =
                "-genkeypair -keyalg EC -alias bone -dname CN=localhost -storetype PKCS12 -storepass biscuit -keystore";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(made.split(" ", -1)));
        command.add(keys.toString());
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "biscuit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "biscuit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void whoeverSpeaksSlowlyIsNotWaitedFor() throws IOException {
        Sender hasty = sender(Hooks.settings(Duration.ofSeconds(1), Hooks.THIS_MACHINE));
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(slow));
            long before = System.nanoTime();

            Answer answer = send(hasty, "http://127.0.0.1:" + slow.getLocalPort() + "/");

            assertThat(answer).isEqualTo(Answer.none(DeliveryProblem.TOO_SLOW));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        } finally {
            hasty.destroy();
        }
    }

    /** A header line that never ends, a sign each tenth of a second: no read of it waits long. */
    private static void drip(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 204 No Content\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                client.getOutputStream().write('x');
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }

    @Test
    void aBodyWithoutAnEndIsNotRead() {
        AtomicLong written = new AtomicLong();
        receiver.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[8_192];
            while (written.addAndGet(chunk.length) < 1L << 30) {
                exchange.getResponseBody().write(chunk);
            }
        });
        long before = System.nanoTime();

        assertThat(send(sender, receiver.address("/hook")).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        // What fits the buffers of the two sockets, and no more.
        assertThat(written.get()).isLessThan(32L << 20);
    }

    private static Sender sender(WebhookSettings settings) {
        return new Sender(new ReachableAddresses(settings), settings);
    }

    private static Answer send(Sender sender, String address) {
        return sender.send(
                new Sender.Message(URI.create(address), "msg_1", 1_700_000_000, "v1,signed", "{\"text\":\"Wuff 🐾\"}"));
    }
}
