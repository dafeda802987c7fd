package app.barker.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Home in a tab, without a browser: the same requests in the same order as Flow 25.2's client sends them (page, init, push
 * socket, navigation), and then silence.
 */
final class Tab {

    /** What a desktop browser tells of itself; the server keeps it. */
    private static final String INIT =
            "/?v-r=init&location=&query=&v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=900&v-bw=1440"
                    + "&v-curdate=1795380263209&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC&v-wn=v-0.9418414988506294"
                    + "&v-td=false&v-pr=1&v-np=Linux%20x86_64&v-cs=light%20dark&v-pv=VISIBLE&v-fs=NOT_FULLSCREEN"
                    + "&v-so=landscape-primary&v-soa=0&v-tn=aura&v-ga=UNSUPPORTED&v-wla=SUPPORTED&v-ws=false";

    private static final String NAVIGATE =
            "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"\","
                    + "\"query\":\"\",\"appShellTitle\":\"Barker\",\"historyState\":null,\"trigger\":\"\"}}";

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern CSRF = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

    private final Reader reader;
    private final String ui;
    private final String csrf;
    private final WebSocket socket;
    private final AtomicInteger serverMessages;
    private final String home;
    private int ownMessages;

    private Tab(Reader reader, String init, AtomicInteger serverMessages) throws Exception {
        this.reader = reader;
        this.ui = find(UI, init);
        this.csrf = find(CSRF, init);
        this.serverMessages = serverMessages;
        this.socket = connect(find(PUSH, init));
        this.home = send(NAVIGATE);
    }

    static Tab open(Reader reader) throws Exception {
        reader.get("/");
        Tab tab = new Tab(reader, reader.get(INIT), new AtomicInteger());
        if (!tab.home.contains("barker-feed")) {
            throw new IOException("This is not Home: " + tab.home);
        }
        return tab;
    }

    private WebSocket connect(String pushId) throws Exception {
        URI http = reader.server()
                .uri("/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                        + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0");
        return reader.http()
                .newWebSocketBuilder()
                .connectTimeout(Reader.PATIENCE)
                .header("Cookie", reader.cookie())
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), new Pushes(serverMessages))
                .get(Reader.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Presses the pill: the newest page again. */
    String showNewer() throws IOException, InterruptedException {
        return call("barker-feed", "showNewer", "");
    }

    /** Posts through the composer. */
    void bark(String text, String key) throws IOException, InterruptedException {
        String answer = call("barker-composer", "post", "\"" + text + "\",\"" + key + "\"");
        if (!answer.contains("\"posted\":true")) {
            throw new IOException("Not posted: " + answer);
        }
    }

    private String call(String tag, String method, String arguments) throws IOException, InterruptedException {
        String node = find(
                Pattern.compile(
                        "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"" + tag + "\""),
                home);
        return send("{\"type\":\"publishedEventHandler\",\"node\":" + node + ",\"templateEventMethodName\":\"" + method
                + "\",\"templateEventMethodArgs\":[" + arguments + "],\"promise\":0}");
    }

    private String send(String call) throws IOException, InterruptedException {
        String json = "{\"csrfToken\":\"" + csrf + "\",\"rpc\":[" + call + "],\"syncId\":" + serverMessages
                + ",\"clientId\":" + ownMessages++ + "}";
        String answer = reader.post("/?v-r=uidl&v-uiId=" + ui, json);
        note(answer, serverMessages);
        if (answer.contains("\"meta\":{\"") && answer.contains("Error")) {
            throw new IOException("Flow answered: " + answer);
        }
        return answer;
    }

    /** What an open page sends once a minute. */
    void heartbeat() throws IOException, InterruptedException {
        reader.post("/?v-r=heartbeat&v-uiId=" + ui, "");
    }

    /** Cuts the connection as a dead battery does: no closing handshake, and never a heartbeat. */
    void die() {
        socket.abort();
    }

    private static String find(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("Flow speaks otherwise than expected: no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private static void note(CharSequence message, AtomicInteger serverMessages) {
        Matcher sync = SYNC.matcher(message);
        if (sync.find()) {
            serverMessages.accumulateAndGet(Integer.parseInt(sync.group(1)), Math::max);
        }
    }

    /** Reads what is pushed and does nothing about it. */
    private record Pushes(AtomicInteger serverMessages) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence message, boolean last) {
            note(message, serverMessages);
            socket.request(1);
            return null;
        }
    }
}
