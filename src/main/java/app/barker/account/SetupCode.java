package app.barker.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Proves that the first person to sign up on an empty, reachable installation is who started it: they can read its log.
 * Without it the first stranger to come by would become the administrator.
 */
@Component
class SetupCode {

    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);

    /** 31 signs that cannot be taken for one another; 12 of them are 59 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ2345679";

    private static final int LENGTH = 12;

    private final Installation installation;
    private final Optional<String> code;

    SetupCode(Installation installation, SetupSettings settings, @Value("${server.address:}") String address) {
        this.installation = installation;
        boolean required = Optional.ofNullable(settings.codeRequired()).orElseGet(() -> !isLoopback(address));
        this.code = required ? Optional.of(draw()) : Optional.empty();
    }

    @EventListener
    void tellOnce(ApplicationReadyEvent ready) {
        if (isAskedFor()) {
            LOG.info(
                    "Nobody has signed up yet. The first to do so becomes the administrator and needs this set-up code: {}",
                    code.orElseThrow());
        }
    }

    boolean isAskedFor() {
        return code.isPresent() && !installation.hasAdministrator();
    }

    /** Accepts lower case and left-out dashes; takes the same time for every wrong code. */
    boolean accepts(String typed) {
        return code.isEmpty() || MessageDigest.isEqual(plain(code.get()), plain(typed));
    }

    private static byte[] plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static String draw() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** No address means every address. */
    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
