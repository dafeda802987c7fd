package app.barker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordHashingTest {

    private static final Password PASSWORD =
            Password.of("bury the bone at midnight").orElseThrow();
    private static final Password WRONG =
            Password.of("bury the bone at noon!!!").orElseThrow();

    private final PasswordHashing hashing = new PasswordHashing();

    @AfterEach
    void stop() {
        hashing.destroy();
    }

    @Test
    void hashesWithTheParametersThatOwaspAsksFor() {
        String hash = hashing.hash(PASSWORD);

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThanOrEqualTo(255);
        assertThat(hashing.isOutdated(hash)).isFalse();
    }

    @Test
    void knowsTheRightPasswordFromAWrongOne() {
        String hash = hashing.hash(PASSWORD);

        assertThat(hashing.matches(PASSWORD, hash)).isTrue();
        assertThat(hashing.matches(WRONG, hash)).isFalse();
    }

    @Test
    void saltsEveryHash() {
        assertThat(hashing.hash(PASSWORD)).isNotEqualTo(hashing.hash(PASSWORD));
    }

    @Test
    void readsThePasswordToItsEnd() {
        String long1 = "d".repeat(127) + "1";
        String long2 = "d".repeat(127) + "2";
        String hash = hashing.hash(Password.of(long1).orElseThrow());

        assertThat(hashing.matches(Password.of(long1).orElseThrow(), hash)).isTrue();
        assertThat(hashing.matches(Password.of(long2).orElseThrow(), hash)).isFalse();
    }

    @Test
    void stillKnowsPasswordsHashedWithBcryptAndCallsThemOutdated() {
        String old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD.reveal());

        assertThat(hashing.matches(PASSWORD, old)).isTrue();
        assertThat(hashing.matches(WRONG, old)).isFalse();
        assertThat(hashing.isOutdated(old)).isTrue();
    }

    @Test
    void callsWeakerParametersOutdated() {
        String weaker = hashing.hash(PASSWORD).replace("m=19456", "m=9216");
        assertThat(hashing.isOutdated(weaker)).isTrue();
    }

    @Test
    void theDecoyCostsAsMuchAsAnyHashAndFitsNothing() {
        assertThat(hashing.decoy()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.matches(PASSWORD, hashing.decoy())).isFalse();
        assertThat(hashing.matches(Password.NEVER_RIGHT, hashing.decoy())).isFalse();
    }

    @Test
    void sendsAwayThoseWhoFindNoPlaceInTheQueue() {
        PasswordHashing small = new PasswordHashing(1, 2, Duration.ofMinutes(1));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> small.hash(PASSWORD), people))
                    .toList();
            var served = attempts.stream().filter(PasswordHashingTest::isServed).count();

            // One at work and two waiting at first; a few more while those are done.
            assertThat(served).isBetween(3L, 49L);
        } finally {
            small.destroy();
        }
    }

    @Test
    void sendsAwayThoseWhoWaitTooLong() {
        PasswordHashing impatient = new PasswordHashing(1, 200, Duration.ofNanos(1));

        assertThatExceptionOfType(HashingBusy.class).isThrownBy(() -> impatient.hash(PASSWORD));
        assertThatExceptionOfType(HashingBusy.class).isThrownBy(() -> impatient.matches(PASSWORD, hashing.decoy()));

        impatient.destroy();
    }

    /** Whatever else goes wrong is not taken for "no turn". */
    private static boolean isServed(CompletableFuture<Void> attempt) {
        try {
            attempt.join();
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(HashingBusy.class);
            return false;
        }
    }
}
