package app.barker.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Gives an order of {@code ./barker} to the Barker that runs in this folder, and prints its answer. */
public final class ControlClient {

    private ControlClient() {}

    /** Ends with status 0 when it was done, 1 when it was not. */
    public static void main(String[] args) {
        Path socket = Path.of(System.getenv().getOrDefault("BARKER_CONTROL_SOCKET", "data/barker.sock"));
        System.exit(ask(socket, args[0], args[1], System.out, System.err));
    }

    /** @param about one line, whatever is in it */
    static int ask(Path socket, String order, String about, PrintStream out, PrintStream err) {
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String line = order + " " + about.replaceAll("\\R", " ") + "\n";
            server.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            String answer = new BufferedReader(Channels.newReader(server, StandardCharsets.UTF_8)).readLine();
            if (answer != null && answer.startsWith("ok ")) {
                out.println(answer.substring("ok ".length()));
                return 0;
            }
            err.println("barker: " + (answer == null ? "Barker went away" : answer.replaceFirst("^error ", "")));
        } catch (IOException nobody) {
            err.println("barker: no Barker is running here (" + socket + ": " + nobody.getMessage() + ")");
        }
        return 1;
    }
}
