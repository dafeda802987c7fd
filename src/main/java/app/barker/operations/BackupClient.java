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

/** {@code ./barker backup <file>}: asks the Barker that runs in this folder for a backup and prints its answer. */
public final class BackupClient {

    private BackupClient() {}

    /** Ends with status 0 when the file is written, 1 when it is not. */
    public static void main(String[] args) {
        Path socket = Path.of(System.getenv().getOrDefault("BARKER_CONTROL_SOCKET", "data/barker.sock"));
        System.exit(ask(socket, Path.of(args[0]).toAbsolutePath(), System.out, System.err));
    }

    static int ask(Path socket, Path file, PrintStream out, PrintStream err) {
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            server.write(ByteBuffer.wrap(("backup " + file + "\n").getBytes(StandardCharsets.UTF_8)));
            String answer = new BufferedReader(Channels.newReader(server, StandardCharsets.UTF_8)).readLine();
            if (answer != null && answer.startsWith("ok ")) {
                out.println("Backed up to " + answer.substring("ok ".length()));
                return 0;
            }
            err.println(
                    "barker: no backup: " + (answer == null ? "Barker went away" : answer.replaceFirst("^error ", "")));
        } catch (IOException nobody) {
            err.println("barker: no Barker is running here (" + socket + ": " + nobody.getMessage() + ")");
        }
        return 1;
    }
}
