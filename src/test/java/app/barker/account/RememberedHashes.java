package app.barker.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Spares tests what they are not about: the same password is hashed once in a run, and compared once with the same hash. The
 * hashes are real ones; whoever tests how they are made takes a {@link PasswordHashing} of their own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RememberedHashes {

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> COMPARED = new ConcurrentHashMap<>();

    @Bean
    @Primary
    PasswordHashing rememberedHashing() {
        return new PasswordHashing() {

            @Override
            public String hash(Password password) {
                return HASHES.computeIfAbsent(password.reveal(), any -> super.hash(password));
            }

            @Override
            public boolean matches(Password password, String hash) {
                return COMPARED.computeIfAbsent(password.reveal() + " " + hash, any -> super.matches(password, hash));
            }
        };
    }
}
