package app.barker.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person who has never been here downloads until they read the first bark. */
final class FirstVisitBytes implements Measure {

    private static final double KIB = 1024;

    /** For what a page fetches after it looks complete. */
    private static final int AFTERWARDS_MILLIS = 1_500;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();

    @Override
    public String name() {
        return "first-visit-bytes";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Server server = Server.start(setting.jar(), setting.folderWith(20));
                Chromium chromium = new Chromium();
                BrowserContext person = chromium.newPerson()) {
            Page page = person.newPage();
            watch(person.newCDPSession(page));
            page.navigate(server.uri("/").toString());
            page.locator("input[name=username]").waitFor();
            settle(page);
            double untilLogin = sum();
            bytes.forEach((id, size) -> setting.detail("%7d  %s".formatted(size, id)));
            Chromium.logIn(page, Kennel.READER);
            page.locator(".bark").first().waitFor();
            settle(page);
            setting.detail("-- log-in --");
            bytes.forEach((id, size) -> setting.detail("%7d  %s".formatted(size, id)));
            return List.of(
                    Figure.withGoal(
                            name(),
                            sum() / KIB,
                            "KiB",
                            220,
                            "Chromium, empty cache: /, log-in page, log-in, 20 barks; headers and bodies received (CDP"
                                    + " encodedDataLength) plus web socket frames"),
                    Figure.plain(name() + ".log-in-page", untilLogin / KIB, "KiB", "of it before the log-in"));
        }
    }

    private static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(AFTERWARDS_MILLIS);
    }

    private double sum() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private void watch(CDPSession devTools) {
        devTools.on("Network.requestWillBeSent", this::onRequest);
        devTools.on(
                "Network.webSocketCreated",
                event -> name(event, event.get("url").getAsString()));
        devTools.on(
                "Network.loadingFinished",
                event -> add(event, event.get("encodedDataLength").getAsLong()));
        devTools.on("Network.webSocketFrameReceived", this::onFrame);
        devTools.on("Network.webSocketFrameSent", this::onFrame);
        devTools.send("Network.enable");
    }

    private void onRequest(JsonObject event) {
        // A redirect keeps its id and never finishes loading.
        if (event.has("redirectResponse")) {
            add(
                    event,
                    event.getAsJsonObject("redirectResponse")
                            .get("encodedDataLength")
                            .getAsLong());
        }
        JsonObject request = event.getAsJsonObject("request");
        name(
                event,
                request.get("method").getAsString() + " " + request.get("url").getAsString());
    }

    private void onFrame(JsonObject event) {
        add(
                event,
                event.getAsJsonObject("response")
                        .get("payloadData")
                        .getAsString()
                        .length());
    }

    private void name(JsonObject event, String address) {
        addresses.put(id(event), address.length() > 110 ? address.substring(0, 110) + "…" : address);
    }

    private void add(JsonObject event, long size) {
        if (size > 0) {
            bytes.merge(id(event) + " " + addresses.getOrDefault(id(event), "?"), size, Long::sum);
        }
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
