package app.barker.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A mail server that keeps what it is given, on a free port of the loopback address. */
public final class Mailbox implements AutoCloseable {

    private final ServerSocket server;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    private Mailbox(ServerSocket server) {
        this.server = server;
    }

    /** As it was sent: the text with its headers, not decoded. */
    public record Letter(String to, String text) {}

    public static Mailbox open() {
        try {
            Mailbox mailbox = new Mailbox(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(mailbox::receive);
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Letter> lettersTo(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    private void receive() {
        while (!server.isClosed()) {
            try (Socket sender = server.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
                    OutputStream out = sender.getOutputStream()) {
                talk(in, out);
            } catch (IOException gone) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }

    /** As much of SMTP (RFC 5321) as a letter needs. */
    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 mailbox");
        String to = "";
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "RCPT" -> {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    say(out, "250 ok");
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    letters.add(new Letter(to, text(in)));
                    say(out, "250 ok");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (@Nullable String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
