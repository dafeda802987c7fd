package app.barker.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The keys that sign access tokens, on the curve P-256. A new one is published for {@link #LEAD} before it signs anything, and
 * an old one for as long as something signed by it can be alive: whoever reads the list now and then never meets an unknown
 * one.
 */
@Component
public class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Other nodes have read it by then many times over, and caches of the public list have been renewed. */
    static final Duration LEAD = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TokenSettings settings;
    private final Clock clock;
    private volatile List<Key> keys = List.of();

    SigningKeys(JdbcClient jdbc, TokenSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        if (settings.signingKey().isEmpty()) {
            rotate();
        } else {
            keys = List.of(new Key(given(settings.signingKey()), Instant.EPOCH));
        }
    }

    private record Key(ECKey jwk, Instant createdAt) {}

    /** The one that signs now, with its private half. */
    ECKey signing() {
        Instant now = clock.instant();
        List<Key> all = keys;
        return all.stream()
                .filter(key -> !key.createdAt().plus(LEAD).isAfter(now))
                .findFirst()
                // Of a new installation the first one signs at once.
                .orElseGet(all::getLast)
                .jwk();
    }

    /** Those that count, the newest first; without private halves. */
    public JWKSet published() {
        Instant now = clock.instant();
        Duration kept = LEAD.plus(settings.jwtLasts()).plus(Duration.ofMinutes(5));
        List<Key> all = keys;
        List<ECKey> published = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean alive = i == 0 || now.isBefore(all.get(i - 1).createdAt().plus(kept));
            if (alive) {
                published.add(all.get(i).jwk());
            }
        }
        return new JWKSet(List.copyOf(published)).toPublicJWKSet();
    }

    /** Every minute: what other nodes have made is known here, and an old key gets its successor. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void lookAfter() {
        if (!settings.signingKey().isEmpty()) {
            return;
        }
        try {
            rotate();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The signing keys could not be read: {}", away.toString());
        }
    }

    private void rotate() {
        List<Key> stored = load();
        Instant now = clock.instant();
        if (stored.isEmpty() || !now.isBefore(stored.getFirst().createdAt().plus(settings.rotateKeys()))) {
            store(generate(), now);
            LOG.info("A new key for access tokens was made");
            stored = load();
        }
        keys = stored;
    }

    /** The newest first. */
    private List<Key> load() {
        return jdbc.sql("select jwk, created_at from signing_keys order by created_at desc, kid")
                .query((row, number) ->
                        new Key(given(row.getString(1)), row.getTimestamp(2).toInstant()))
                .list();
    }

    private void store(ECKey key, Instant now) {
        jdbc.sql("insert into signing_keys (kid, jwk, created_at) values (?, ?, ?)")
                .params(key.getKeyID(), key.toJSONString(), Timestamp.from(now))
                .update();
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey given(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalArgumentException("The signing key is not a private key on P-256");
            }
            return key.getKeyID() == null
                    ? new ECKey.Builder(key).keyIDFromThumbprint().build()
                    : key;
        } catch (ParseException | JOSEException unreadable) {
            // Without the cause, which would quote the key.
            throw new IllegalArgumentException("The signing key is not a JWK");
        }
    }
}
