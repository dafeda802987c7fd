package app.barker.bench;

import app.barker.token.StoredTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same two requests by cookie, API token and JWT, in turn; and of another server beside them, where one is named. */
final class ApiSpeed implements Measure {

    private static final List<String> PATHS = List.of("/api/v1/whoami", "/api/v1/timelines/everyone");

    private static final int AT_A_TIME = 4;
    private static final int WARM_UP = 1_500;
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 800;

    private static final Pattern JWT = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @Override
    public String name() {
        return "api";
    }

    /** By what a request is sent, and where to. */
    private record Way(URI server, String header, String value) {}

    /** What a way and a path came to. */
    private static final class Taken {

        private final Samples millis = new Samples();
        private double seconds;

        double perSecond() {
            return millis.count() / seconds;
        }
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Site site = Site.open(setting, "--barker.api.requests-per-minute=100000");
                ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            HttpClient http = site.client().http();
            Map<String, Way> ways = waysOf(site, http);
            if (setting.peer().isPresent()) {
                ways.put("peer", peer(http, setting.peer().get()));
            }
            Map<String, Taken> taken = new LinkedHashMap<>();
            for (int round = -1; round < ROUNDS; round++) {
                for (String path : PATHS) {
                    for (Map.Entry<String, Way> way : ways.entrySet()) {
                        Taken here = round < 0
                                ? new Taken()
                                : taken.computeIfAbsent(nameOf(path, way.getKey()), any -> new Taken());
                        send(http, threads, way.getValue(), path, round < 0 ? WARM_UP : REQUESTS, here);
                    }
                }
            }
            taken.forEach((each, figures) -> setting.detail(each + ": " + figures.millis));
            return figures(ways, taken);
        }
    }

    private static List<Figure> figures(Map<String, Way> ways, Map<String, Taken> taken) {
        List<Figure> figures = new ArrayList<>();
        for (String path : PATHS) {
            Taken cookie = Objects.requireNonNull(taken.get(nameOf(path, "cookie")));
            for (String way : ways.keySet()) {
                Taken here = Objects.requireNonNull(taken.get(nameOf(path, way)));
                String what =
                        "GET %s by %s, %d at a time, %d in all".formatted(path, way, AT_A_TIME, here.millis.count());
                String name = nameOf(path, way);
                figures.add(Figure.plain(name, here.perSecond(), "requests/s", what));
                figures.add(Figure.plain(name + ".p99", here.millis.percentile(99), "ms", what));
                if (!way.equals("cookie")) {
                    figures.add(Figure.plain(
                            name + ".ratio",
                            here.perSecond() / cookie.perSecond(),
                            "times",
                            "requests a second over those by cookie"));
                }
            }
        }
        return figures;
    }

    private static String nameOf(String path, String way) {
        return "api." + path.substring(path.lastIndexOf('/') + 1) + "." + way;
    }

    private static Map<String, Way> waysOf(Site site, HttpClient http) throws Exception {
        String token;
        try (Connection database = site.database().connect()) {
            token = StoredTokens.add(database, Kennel.READER);
        }
        URI server = site.server().uri("/");
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("cookie", new Way(server, "Cookie", site.logIn(Kennel.READER).cookie()));
        ways.put("token", new Way(server, "Authorization", "Bearer " + token));
        ways.put("jwt", new Way(server, "Authorization", "Bearer " + exchange(http, server, token)));
        return ways;
    }

    private static String exchange(HttpClient http, URI server, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/jwt"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        Matcher jwt = JWT.matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!jwt.find()) {
            throw new IOException("No token was given for a token");
        }
        return jwt.group(1);
    }

    /** Somebody new signs up there and says as much as there is to read here. */
    private static Way peer(HttpClient http, URI peer) throws IOException, InterruptedException {
        String name = "rex" + System.nanoTime();
        HttpResponse<Void> answer = http.send(
                form(peer.resolve("/signup"), "username=" + name + "&password=" + encode(Kennel.PASSWORD))
                        .build(),
                BodyHandlers.discarding());
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException("The peer gave no session"))
                .split(";", 2)[0];
        for (int i = 0; i < Site.BARKS; i++) {
            http.send(
                    form(peer.resolve("/barks"), "text=" + encode("bark " + i))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.discarding());
        }
        return new Way(peer, "Cookie", cookie);
    }

    private static HttpRequest.Builder form(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpClient http, ExecutorService threads, Way way, String path, int requests, Taken into)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(way.server().resolve(path))
                .timeout(Reader.PATIENCE)
                .header(way.header(), way.value())
                .build();
        Callable<List<Double>> share = () -> {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < requests / AT_A_TIME; i++) {
                long begun = System.nanoTime();
                int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
                millis.add((System.nanoTime() - begun) / 1e6);
                if (status != 200) {
                    throw new IOException(request.uri() + " answered " + status);
                }
            }
            return millis;
        };
        long begun = System.nanoTime();
        List<Future<List<Double>>> shares = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
            shares.add(threads.submit(share));
        }
        for (Future<List<Double>> each : shares) {
            each.get().forEach(into.millis::add);
        }
        into.seconds += (System.nanoTime() - begun) / 1e9;
    }
}
