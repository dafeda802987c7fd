package app.barker.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What loading Home asks of the database, as the database sees it: no statement escapes, whoever sends it. */
final class HomeStatements implements Measure {

    /** As shipped, and H2 writes down what it executes. */
    static final String TRACED = "--spring.datasource.url=jdbc:h2:file:./data/barker;WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=2";

    private static final Pattern STATEMENT = Pattern.compile(
            "^/\\*SQL[^*]*\\*/\\s*((?:select|insert|update|delete|merge|with|call)\\b.*)", Pattern.CASE_INSENSITIVE);

    /** What the server asks every second or two, whether or not somebody opens Home. */
    private static final List<String> BY_ITSELF = List.of(
            "from sign_ins",
            "select 1;",
            "from api_tokens where ended_at",
            "from webhook_barks",
            "from webhook_deliveries",
            "from reminders");

    private static final int AFTERWARDS_MILLIS = 1_000;

    @Override
    public String name() {
        return "home-statements";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int barks : new int[] {20, 200, 2_000}) {
            List<String> statements = statementsOfHome(setting, barks);
            setting.detail("with " + barks + " barks:");
            statements.forEach(setting::detail);
            long forBarks =
                    statements.stream().filter(sql -> sql.contains("barks")).count();
            String how = "Chromium reloads Home once, %d barks stored; select, insert, update, delete in H2's trace"
                    .formatted(barks);
            figures.add(Figure.withGoal(name() + "." + barks, statements.size(), "statements", 3, how));
            figures.add(Figure.withGoal(
                    name() + "." + barks + ".barks", (double) forBarks, "statements", 1, "of these, on barks"));
        }
        return figures;
    }

    private static List<String> statementsOfHome(Setting setting, int barks) throws Exception {
        Path folder = setting.folderWith(barks);
        try (Server server = Server.start(setting.jar(), folder, TRACED);
                Chromium chromium = new Chromium();
                BrowserContext person = chromium.newPerson()) {
            Page page = person.newPage();
            page.navigate(server.uri("/").toString());
            Chromium.logIn(page, Kennel.READER);
            settle(page);
            int before = traced(folder).size();
            page.reload();
            settle(page);
            List<String> statements = traced(folder);
            return statements.subList(before, statements.size());
        }
    }

    /**
     * What a {@link #TRACED} server has executed so far, but for what it does each second by itself: it looks after sign-ins that
     * end, and the pool after its connections.
     */
    static List<String> traced(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("data/barker.trace.db")).stream()
                .map(STATEMENT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(sql -> BY_ITSELF.stream().noneMatch(sql::contains))
                .toList();
    }

    private static void settle(Page page) {
        page.locator(".bark").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(AFTERWARDS_MILLIS);
    }
}
