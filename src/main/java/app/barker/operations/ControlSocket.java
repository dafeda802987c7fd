package app.barker.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes orders from whoever may open a file: a Unix domain socket beside the data, readable by the user that runs Barker and
 * nobody else. So {@code ./barker backup} needs no password and no port (docs/decisions/0008).
 *
 * <p>One line comes in, one line goes out.
 */
@Component
class ControlSocket implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private final ControlSettings settings;
    private final Backup backup;
    private @Nullable ServerSocketChannel server;

    ControlSocket(ControlSettings settings, Backup backup) {
        this.settings = settings;
        this.backup = backup;
    }

    @EventListener
    void open(ApplicationReadyEvent ready) {
        Path path = settings.socket().toAbsolutePath();
        try {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            server = channel;
            Thread.ofVirtual().name("control-socket").start(() -> serve(channel));
        } catch (IOException | UnsupportedOperationException notHere) {
            LOG.warn("./barker backup will not work: {} cannot be opened ({})", path, notHere.toString());
        }
    }

    private void serve(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept()) {
                String answer = answer(readLine(caller));
                caller.write(ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.UTF_8)));
            } catch (AsynchronousCloseException closed) {
                return;
            } catch (IOException broken) {
                LOG.warn("A caller of the control socket went away: {}", broken.toString());
            }
        }
    }

    private String answer(@Nullable String order) {
        if (order == null || !order.startsWith("backup ")) {
            return "error this is not an order";
        }
        try {
            return "ok " + backup.to(Path.of(order.substring("backup ".length())));
        } catch (BackupFailed | InvalidPathException failed) {
            return "error " + failed.getMessage();
        }
    }

    private static @Nullable String readLine(SocketChannel caller) throws IOException {
        return new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8)).readLine();
    }

    @Override
    public void destroy() throws IOException {
        if (server != null) {
            server.close();
            Files.deleteIfExists(settings.socket().toAbsolutePath());
        }
    }
}
