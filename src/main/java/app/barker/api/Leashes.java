package app.barker.api;

import app.barker.signin.LabSignIns;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignedIn;
import app.barker.token.AccessTokens;
import app.barker.token.ApiTokens;
import app.barker.token.Credential;
import app.barker.token.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Sends the same request by cookie, API token and access token, to this very server, so that a reader sees what each of them is.
 * All three are real, the reader's own, made for this and ended with it: the session that the reader looks with is never the
 * victim.
 */
@Service
public class Leashes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Leashes.class);

    /** Whatever becomes of the page, they end by then. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    static final String REQUEST = ApiAddresses.ROOT + "/whoami";

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final LabSignIns signIns;
    private final ApiTokens tokens;
    private final AccessTokens accessTokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Leashes(LabSignIns signIns, ApiTokens tokens, AccessTokens accessTokens) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
    }

    /** Three credentials of one person. What they say is for this class alone. */
    public static final class Lab {

        private final SignedIn me;
        private final URI server;
        private final SignedIn signIn;
        private final long tokenId;
        private final Map<Credential.Kind, String[]> headers = new EnumMap<>(Credential.Kind.class);

        private Lab(SignedIn me, URI server, SignedIn signIn, long tokenId) {
            this.me = me;
            this.server = server;
            this.signIn = signIn;
            this.tokenId = tokenId;
        }
    }

    /**
     * What came back.
     *
     * @param micros from the request to the end of the answer
     */
    public record Answer(int status, long micros) {}

    /**
     * Makes three.
     *
     * @param server where this server listens, as a connection to it has just shown
     * @throws ProofNeeded when the password has to be typed again first
     * @throws IOException when the server cannot reach itself
     */
    public Lab open(SignedIn me, URI server) throws IOException {
        LabSignIns.LabSignIn signIn = signIns.open(me, LASTS);
        ApiTokens.Result.Made token = tokens.makeForLab(me, LASTS);
        Lab lab = new Lab(me, server, signIn.signedIn(), token.id());
        try {
            Credential shown = tokens.find(token.secret(), server.getHost()).orElseThrow();
            String jwt = accessTokens.issue(shown, EnumSet.of(Scope.READ)).jwt();
            lab.headers.put(Credential.Kind.COOKIE, new String[] {"Cookie", sessionCookie(server, signIn.cookie())});
            lab.headers.put(Credential.Kind.TOKEN, bearer(token.secret()));
            lab.headers.put(Credential.Kind.JWT, bearer(jwt));
            return lab;
        } catch (IOException | RuntimeException failed) {
            close(lab);
            throw failed;
        }
    }

    /**
     * Sends the request three times, one after the other.
     *
     * @throws IOException when the server cannot reach itself
     */
    public Map<Credential.Kind, Answer> send(Lab lab) throws IOException {
        Map<Credential.Kind, Answer> answers = new EnumMap<>(Credential.Kind.class);
        for (Credential.Kind kind : Credential.Kind.values()) {
            answers.put(kind, send(lab, kind));
        }
        return answers;
    }

    /**
     * Ends them as their owner would: logs out and revokes the token. Then asks by each until it is refused.
     *
     * @return how long each of them was still good for, in microseconds; without those that outlived {@link #PATIENCE}
     * @throws IOException when the server cannot reach itself
     */
    public Map<Credential.Kind, Long> revoke(Lab lab) throws IOException {
        close(lab);
        long begun = System.nanoTime();
        Map<Credential.Kind, Long> ends = new EnumMap<>(Credential.Kind.class);
        while (ends.size() < Credential.Kind.values().length && System.nanoTime() - begun < PATIENCE.toNanos()) {
            for (Credential.Kind kind : Credential.Kind.values()) {
                if (!ends.containsKey(kind) && send(lab, kind).status() == 401) {
                    ends.put(kind, (System.nanoTime() - begun) / 1_000);
                }
            }
            if (ends.size() < Credential.Kind.values().length) {
                pause();
            }
        }
        return ends;
    }

    /** Ends what has not ended yet. */
    public void close(Lab lab) {
        signIns.end(lab.signIn);
        tokens.endForLab(lab.me, lab.tokenId);
    }

    private Answer send(Lab lab, Credential.Kind kind) throws IOException {
        String[] header = Optional.ofNullable(lab.headers.get(kind)).orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(lab.server.resolve(REQUEST))
                .timeout(PATIENCE)
                .header(header[0], header[1])
                .build();
        long begun = System.nanoTime();
        int status = send(request).statusCode();
        return new Answer(status, (System.nanoTime() - begun) / 1_000);
    }

    /** As a browser that was remembered gets it: the server sets it with its answer. */
    private String sessionCookie(URI server, String remembered) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/"))
                .timeout(PATIENCE)
                .header("Cookie", remembered)
                .build();
        String own = remembered.substring(0, remembered.indexOf('='));
        return send(request).headers().allValues(HttpHeaders.SET_COOKIE).stream()
                .map(line -> line.substring(0, line.indexOf(';')))
                .filter(pair -> !pair.startsWith(own) && !pair.endsWith("="))
                .findFirst()
                .orElseThrow(() -> new IOException("No session was begun"));
    }

    private java.net.http.HttpResponse<Void> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.discarding());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException stopped) {
            LOG.debug("A lab was stopped", stopped);
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String[] bearer(String token) {
        return new String[] {HttpHeaders.AUTHORIZATION, "Bearer " + token};
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
