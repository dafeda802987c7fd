package app.barker.operations;

import app.barker.signin.PasswordService;
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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
    private final PasswordService passwords;
    private @Nullable ServerSocketChannel server;

    ControlSocket(ControlSettings settings, Backup backup, PasswordService passwords) {
        this.settings = settings;
        this.backup = backup;
        this.passwords = passwords;
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
        String[] words = order == null ? new String[0] : order.split(" ", 2);
        return switch (words.length == 2 ? words[0] : "") {
            case "backup" -> backUp(words[1]);
            case "reset-password" -> resetPassword(words[1]);
            default -> "error this is not an order";
        };
    }

    private String backUp(String file) {
        try {
            return "ok Backed up to " + backup.to(Path.of(file));
        } catch (BackupFailed | InvalidPathException failed) {
            return "error no backup: " + failed.getMessage();
        }
    }

    private String resetPassword(String username) {
        try {
            return passwords
                    .makeLinkFor(username)
                    .map(secret -> "ok Open this at Barker's address within %d minutes, once: /reset/%s"
                            .formatted(PasswordService.LINK_LASTS.toMinutes(), secret))
                    .orElse("error nobody is called that");
        } catch (DataAccessException | TransactionException away) {
            LOG.error("No link could be made", away);
            return "error the database did not answer";
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
