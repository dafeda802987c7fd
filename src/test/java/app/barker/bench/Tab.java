package app.barker.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern CSRF = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern NEWER = Pattern.compile("\"key\":\"newer\"[^}]*\"value\":(\\d+)");
    private static final Pattern LOG_OUT_TOKEN =
            Pattern.compile("\"key\":\"csrf-token\",\"feat\":3,\"value\":\"([^\"]+)\"");

    private static final String CLICK = "{\"event.shiftKey\":false,\"event.metaKey\":false,\"event.detail\":1,"
            + "\"event.ctrlKey\":false,\"event.altKey\":false,\"event.button\":0,\"event.clientX\":1,\"event.clientY\":1,"
            + "\"event.screenX\":1,\"event.screenY\":1}";

    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

    private final Reader reader;
    private final String ui;
    private final String csrf;
    private final String pushId;
    private final Pushes pushes = new Pushes(
            new AtomicInteger(), new ConcurrentLinkedQueue<>(), new CompletableFuture<>(), new StringBuilder());
    private @Nullable WebSocket socket;
    /** What came since the last navigation. */
    private String page = "";

    /** Of the header, which comes with the first page alone. */
    private String logOutToken = "";

    private int ownMessages;

    private Tab(Reader reader, String init) throws IOException {
        this.reader = reader;
        ui = find(UI, init);
        csrf = find(CSRF, init);
        pushId = find(PUSH, init);
    }

    static Tab open(Reader reader) throws Exception {
        Tab tab = load(reader);
        tab.connect();
        tab.goHome();
        return tab;
    }

    /** The page without anything in it. */
    static Tab load(Reader reader) throws IOException, InterruptedException {
        reader.get("/");
        return new Tab(reader, reader.get(INIT));
    }

    void goHome() throws IOException, InterruptedException {
        goTo("", "barker-feed");
    }

    /** @param sign what is in the answer when it is the page */
    void goTo(String route, String sign) throws IOException, InterruptedException {
        page = "";
        page = send(navigation(route));
        if (logOutToken.isEmpty()) {
            logOutToken = find(LOG_OUT_TOKEN, page);
        }
        if (!page.contains(sign)) {
            throw new IOException("This is not /" + route + ": " + page);
        }
    }

    private static String navigation(String route) {
        return "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route + "\","
                + "\"query\":\"\",\"appShellTitle\":\"Barker\",\"historyState\":null,\"trigger\":\"\"}}";
    }

    /** Posts the form that the header of the page carries. */
    void logOut() throws IOException, InterruptedException {
        reader.logOut(logOutToken);
    }

    /** Ends another of the person's sign-ins, on the page of these. */
    void revoke(long signIn) throws IOException, InterruptedException {
        call("barker-sessions", "revoke", "\"" + signIn + "\"");
    }

    /** Presses what is read out so. */
    void click(String label) throws IOException, InterruptedException {
        page += send(event(lastNode("\"key\":\"aria-label\",\"feat\":3,\"value\":\"" + label + "\""), "click", CLICK));
    }

    /** Fills in the field of this label. */
    void type(String label, String text) throws IOException, InterruptedException {
        String field = lastNode("\"key\":\"label\",\"feat\":1,\"value\":\"" + label + "\"");
        page += send("{\"type\":\"mSync\",\"node\":" + field + ",\"feature\":1,\"property\":\"value\",\"value\":\""
                + text + "\"}");
    }

    /** Says yes to the question that was asked last. */
    void confirm() throws IOException, InterruptedException {
        page += send(
                event(lastNode("\"key\":\"tag\",\"feat\":0,\"value\":\"vaadin-confirm-dialog\""), "confirm", "{}"));
    }

    /** When the server said that the session has ended, by {@link System#nanoTime()}; waits for it. */
    long ended() throws Exception {
        return pushes.ended().get(Reader.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private String lastNode(String what) throws IOException {
        Matcher nodes = Pattern.compile("\"node\":(\\d+),\"type\":\"put\"," + Pattern.quote(what))
                .matcher(page);
        String last = "";
        while (nodes.find()) {
            last = nodes.group(1);
        }
        if (last.isEmpty()) {
            throw new IOException("The page has no " + what);
        }
        return last;
    }

    private static String event(String node, String event, String data) {
        return "{\"type\":\"event\",\"node\":" + node + ",\"event\":\"" + event + "\",\"data\":" + data + "}";
    }

    void connect() throws Exception {
        URI http = reader.server()
                .uri("/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                        + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0");
        socket = reader.http()
                .newWebSocketBuilder()
                .connectTimeout(Reader.PATIENCE)
                .header("Cookie", reader.cookie())
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), pushes)
                .get(Reader.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** What was pushed to it since this was asked last, in order. */
    List<Push> takePushes() {
        List<Push> taken = new ArrayList<>();
        for (Push push = pushes.heard().poll();
                push != null;
                push = pushes.heard().poll()) {
            taken.add(push);
        }
        return taken;
    }

    /**
     * A message of the server.
     *
     * @param nanos when it was here, by {@link System#nanoTime()}
     * @param newer what the pill says from now on; -1 where the message says nothing of it
     */
    record Push(long nanos, int bytes, int newer) {}

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

    void like(long barkId, boolean on) throws IOException, InterruptedException {
        String answer = call("barker-feed", on ? "like" : "unlike", "\"" + barkId + "\"");
        if (!answer.contains("\"done\":true")) {
            throw new IOException("Not done: " + answer);
        }
    }

    private String call(String tag, String method, String arguments) throws IOException, InterruptedException {
        String node = find(
                Pattern.compile(
                        "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"" + tag + "\""),
                page);
        return send("{\"type\":\"publishedEventHandler\",\"node\":" + node + ",\"templateEventMethodName\":\"" + method
                + "\",\"templateEventMethodArgs\":[" + arguments + "],\"promise\":0}");
    }

    private String send(String call) throws IOException, InterruptedException {
        String json = "{\"csrfToken\":\"" + csrf + "\",\"rpc\":[" + call + "],\"syncId\":" + pushes.serverMessages()
                + ",\"clientId\":" + ownMessages++ + "}";
        String answer = reader.post("/?v-r=uidl&v-uiId=" + ui, json);
        note(answer, pushes.serverMessages());
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
        if (socket != null) {
            socket.abort();
        }
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

    /**
     * Reads what is pushed and does nothing about it.
     *
     * @param begun of a message that comes in parts, the parts that are here; of the connection's own thread
     */
    private record Pushes(
            AtomicInteger serverMessages, Queue<Push> heard, CompletableFuture<Long> ended, StringBuilder begun)
            implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            long now = System.nanoTime();
            begun.append(part);
            if (last) {
                take(begun.toString(), now);
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String message, long now) {
            note(message, serverMessages);
            if (message.contains("barker-session-end")) {
                ended.complete(now);
            }
            // What is no answer of Flow's is the connection's own.
            if (SYNC.matcher(message).find()) {
                Matcher newer = NEWER.matcher(message);
                heard.add(new Push(
                        now,
                        message.getBytes(StandardCharsets.UTF_8).length,
                        newer.find() ? Integer.parseInt(newer.group(1)) : -1));
            }
        }
    }
}
