package app.barker.api;

import app.barker.account.Viewer;
import app.barker.shared.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request with an {@code Idempotency-Key} asks for once, and answers the same again as often as it is sent within
 * {@link #KEPT}. What was refused may be tried again under the same key.
 */
@Component
class Idempotency {

    static final Duration KEPT = Duration.ofHours(24);

    /** Whoever worked on it for longer is dead. What it did is not done twice: the work has a key of its own. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(
            String hash,
            UUID workKey,
            Instant createdAt,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body) {}

    /**
     * The same key of the same person with the same request gets the same answer.
     *
     * @param work is given a key that is the same for the same request, also when it has to begin again after a crash
     * @throws IdempotencyProblem when the key belongs to another request, or the first is still being worked on
     */
    ResponseEntity<?> once(Viewer me, Optional<String> key, Object request, Function<UUID, ResponseEntity<?>> work) {
        return key.isEmpty() ? work.apply(UUID.randomUUID()) : once(me, key.get(), hash(request), work);
    }

    private ResponseEntity<?> once(Viewer me, String key, String hash, Function<UUID, ResponseEntity<?>> work) {
        UUID workKey = UUID.randomUUID();
        if (!begin(me.id(), key, hash, workKey)) {
            Optional<Kept> kept = find(me.id(), key);
            if (kept.isPresent() && isOld(kept.get())) {
                remove(me.id(), key, kept.get().createdAt());
                return once(me, key, hash, work);
            }
            if (kept.isEmpty() || !isAbandoned(kept.get(), hash)) {
                return kept.isPresent() ? answer(kept.get(), hash) : once(me, key, hash, work);
            }
            if (!takeOver(me.id(), key, kept.get().createdAt())) {
                throw new IdempotencyProblem(HttpStatus.CONFLICT, "api.idempotency.running");
            }
            workKey = kept.get().workKey();
        }
        ResponseEntity<?> answer = work(me.id(), key, workKey, work);
        keep(me.id(), key, answer);
        return answer;
    }

    private ResponseEntity<?> work(long account, String key, UUID workKey, Function<UUID, ResponseEntity<?>> work) {
        try {
            return work.apply(workKey);
        } catch (RuntimeException refused) {
            forget(account, key);
            throw refused;
        }
    }

    private static ResponseEntity<?> answer(Kept kept, String hash) {
        if (!kept.hash().equals(hash)) {
            throw new IdempotencyProblem(HttpStatus.UNPROCESSABLE_CONTENT, "api.idempotency.other");
        }
        if (kept.status() == null) {
            throw new IdempotencyProblem(HttpStatus.CONFLICT, "api.idempotency.running");
        }
        return ResponseEntity.status(kept.status())
                .location(URI.create(Objects.requireNonNull(kept.location())))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Objects.requireNonNull(kept.body()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOld(Kept kept) {
        return kept.createdAt().plus(KEPT).isBefore(clock.instant());
    }

    private boolean isAbandoned(Kept kept, String hash) {
        return kept.status() == null
                && kept.hash().equals(hash)
                && kept.createdAt().plus(LONGEST_WORK).isBefore(clock.instant());
    }

    private boolean begin(long account, String key, String hash, UUID workKey) {
        try {
            return jdbc.sql("""
                            insert into idempotency_keys (account_id, request_key, request_hash, work_key, created_at)
                            values (?, ?, ?, ?, ?)""")
                            .params(account, key, hash, workKey, Timestamp.from(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException seenBefore) {
            return false;
        }
    }

    /** Of several who find it abandoned, one gets true. */
    private boolean takeOver(long account, String key, Instant begunAt) {
        return jdbc.sql("""
                        update idempotency_keys set created_at = ?
                        where account_id = ? and request_key = ? and created_at = ? and status is null""")
                        .params(Timestamp.from(clock.instant()), account, key, Timestamp.from(begunAt))
                        .update()
                == 1;
    }

    private void remove(long account, String key, Instant createdAt) {
        jdbc.sql("delete from idempotency_keys where account_id = ? and request_key = ? and created_at = ?")
                .params(account, key, Timestamp.from(createdAt))
                .update();
    }

    private Optional<Kept> find(long account, String key) {
        return jdbc.sql("""
                        select request_hash, work_key, created_at, status, location, body from idempotency_keys
                        where account_id = ? and request_key = ?""")
                .params(account, key)
                .query((row, number) -> new Kept(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getTimestamp(3).toInstant(),
                        (Integer) row.getObject(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }

    private void keep(long account, String key, ResponseEntity<?> answer) {
        jdbc.sql("""
                        update idempotency_keys set status = ?, location = ?, body = ?
                        where account_id = ? and request_key = ?""")
                .params(
                        answer.getStatusCode().value(),
                        String.valueOf(answer.getHeaders().getLocation()),
                        json.writeValueAsString(answer.getBody()),
                        account,
                        key)
                .update();
    }

    private void forget(long account, String key) {
        jdbc.sql("delete from idempotency_keys where account_id = ? and request_key = ?")
                .params(account, key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        try {
            jdbc.sql("delete from idempotency_keys where created_at < ?")
                    .param(Timestamp.from(clock.instant().minus(KEPT)))
                    .update();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Old idempotency keys could not be removed: {}", away.toString());
        }
    }

    private String hash(Object request) {
        return Secret.hash(json.writeValueAsString(request));
    }
}
