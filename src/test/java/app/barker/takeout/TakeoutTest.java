package app.barker.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.bark.Reactions;
import app.barker.bookmark.Bookmarks;
import app.barker.draft.DraftService;
import app.barker.draft.Writing;
import app.barker.feed.Feeds;
import app.barker.feed.NewFeed;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.image.Upload;
import app.barker.media.AltText;
import app.barker.media.Attachment;
import app.barker.media.Media;
import app.barker.media.MediaService;
import app.barker.signin.OpenSignIns;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Pictures;
import app.barker.testing.TestClock;
import app.barker.token.ApiTokens;
import app.barker.token.NewToken;
import app.barker.token.Scope;
import app.barker.webhook.NewWebhook;
import app.barker.webhook.Watched;
import app.barker.webhook.Webhooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@DatabaseTest
class TakeoutTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TakeoutFile files;

    @Autowired
    SignIns signIns;

    @Autowired
    SecurityLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AccountService accounts;

    @Autowired
    BarkService barks;

    @Autowired
    Reactions reactions;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    FollowService follows;

    @Autowired
    BlockService blocks;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Feeds feeds;

    @Autowired
    Webhooks webhooks;

    @Autowired
    DraftService drafts;

    @Autowired
    MediaService media;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final TestClock clock = new TestClock();

    @AutoClose("destroy")
    private Takeouts takeouts;

    private OpenSignIns open;
    private Viewer rex;
    private Viewer bella;

    @BeforeEach
    void rexAndBellaHaveSignedUp() {
        takeouts = new Takeouts(files, signIns, log, transaction, clock);
        open = new OpenSignIns(signIns, jdbc);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void holdsWhatIsTheirsAndNothingThatOnlyOthersKnow() throws IOException {
        Barking barking = new Barking(barks);
        for (int i = 0; i < 25; i++) {
            barking.bark(rex, "Woof \"" + i + "\"\n🐾");
        }
        long hers = barking.bark(bella, "Everyone can read this");
        reactions.like(rex, hers);
        bookmarks.add(rex, hers);
        bookmarks.add(bella, hers);
        follows.follow(bella, rex.username());
        Viewer moose = new Dogs(accounts)
                .signUp("moose-" + UUID.randomUUID().toString().substring(0, 8));
        blocks.block(moose, rex.username());
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        open.open(bella, OpenSignIns.PHONE);
        var feed = (Feeds.Result.Made) feeds.make(me, new NewFeed(NewFeed.Kind.PERSON, bella.username()));
        var webhook = (Webhooks.Result.Made) webhooks.make(
                me, new NewWebhook("https://hook.example/", Watched.Kind.TAG, "walk", ""), "https://barker.example");
        tokens.make(me, new NewToken("ci", Set.of(Scope.READ), Instant.now().plus(Duration.ofDays(1))));

        drafts.save(rex, new Writing(UUID.randomUUID(), "Half a th", Optional.empty(), List.of()));
        drafts.save(bella, new Writing(UUID.randomUUID(), "Between us", Optional.empty(), List.of()));

        Map<String, JsonNode> content = read(written(me));

        assertThat(file(content, "drafts.json")).hasSize(1);
        assertThat(file(content, "drafts.json").get(0).get("text").asString()).isEqualTo("Half a th");
        assertThat(file(content, "account.json").get(0).get("username").asString())
                .isEqualTo(rex.username());
        assertThat(file(content, "barks.json")).hasSize(25);
        assertThat(file(content, "barks.json").get(0).get("text").asString()).isEqualTo("Woof \"0\"\n🐾");
        assertThat(file(content, "barks.json").get(0).get("created_at").asString())
                .endsWith("Z");
        assertThat(file(content, "likes.json").get(0).get("text").asString()).isEqualTo("Everyone can read this");
        assertThat(file(content, "bookmarks.json")).hasSize(1);
        assertThat(file(content, "bookmarks.json").get(0).get("text").asString())
                .isEqualTo("Everyone can read this");
        assertThat(file(content, "followers.json").get(0).get("username").asString())
                .isEqualTo(bella.username());
        assertThat(file(content, "sessions.json")).hasSize(1);
        assertThat(file(content, "blocks.json")).isEmpty();
        assertThat(file(content, "api-tokens.json").get(0).get("name").asString())
                .isEqualTo("ci");
        assertThat(file(content, "feeds.json").get(0).get("person").asString()).isEqualTo(bella.username());
        assertThat(file(content, "webhooks.json").get(0).get("tag").asString()).isEqualTo("walk");
        assertThat(file(content, "notification-settings.json")
                        .get(0)
                        .get("likes")
                        .asBoolean())
                .isTrue();
        assertThat(content.toString())
                .doesNotContain(feed.secret(), webhook.secret())
                .doesNotContain(
                        moose.username(), OpenSignIns.PHONE.address(), "argon2", "password_hash", "secret_hash");
    }

    @Test
    void picturesComeAlongWithWhatWasSaidOfThem() throws IOException {
        Media shown = upload(rex, "A ball");
        Media waiting = upload(rex, "");
        Media hers = upload(bella, "");
        barks.post(
                rex,
                new NewBark(
                        new BarkText("Look"),
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Attachment(shown.id(), Optional.empty()))));

        Path written = written(open.open(rex, OpenSignIns.OFFICE));

        Map<String, JsonNode> content = read(written);
        String file = "media/" + shown.id() + ".jpg";
        assertThat(file(content, "media.json")).hasSize(2);
        assertThat(file(content, "media.json").get(0).get("alt").asString()).isEqualTo("A ball");
        assertThat(file(content, "barks.json").get(0).get("pictures").get(0).asString())
                .isEqualTo(file);
        try (ZipFile archive = new ZipFile(written.toFile())) {
            byte[] jpeg = archive.getInputStream(archive.getEntry(file)).readAllBytes();
            assertThat(Pictures.open(jpeg).getWidth()).isEqualTo(30);
            assertThat(archive.getEntry("media/" + waiting.id() + ".jpg")).isNotNull();
            assertThat(archive.getEntry("media/" + hers.id() + ".jpg")).isNull();
        }
    }

    @Test
    void aLongHistoryIsWhole() throws IOException {
        for (int i = 0; i < 1_201; i++) {
            jdbc.sql("insert into barks (author_id, text, post_key, created_at) values (?, ?, ?, now())")
                    .params(rex.id(), "Bark " + i, UUID.randomUUID())
                    .update();
        }

        Map<String, JsonNode> content = read(written(open.open(rex, OpenSignIns.OFFICE)));

        assertThat(file(content, "barks.json")).hasSize(1_201);
    }

    @Test
    void needsAProof() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> takeouts.begin(me));
        assertThat(takeouts.of(me)).isEmpty();
    }

    @Test
    void isForItsOwnerAlone() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        Takeout mine = takeouts.begin(me);
        await().atMost(PATIENCE).until(mine::isReady);

        assertThat(takeouts.file(rex.id(), mine.key())).isPresent();
        assertThat(takeouts.file(bella.id(), mine.key())).isEmpty();
        assertThat(takeouts.file(rex.id(), "another")).isEmpty();
        assertThat(takeouts.of(open.open(bella, OpenSignIns.PHONE))).isEmpty();
    }

    @Test
    void isGoneAfterADayAndWhenANewOneIsMade() {
        SignedIn me = open.open(rex, OpenSignIns.OFFICE);
        Takeout first = takeouts.begin(me);
        await().atMost(PATIENCE).until(first::isReady);
        Path firstFile = takeouts.file(rex.id(), first.key()).orElseThrow();

        Takeout second = takeouts.begin(me);
        await().atMost(PATIENCE).until(second::isReady);
        assertThat(firstFile).doesNotExist();
        assertThat(takeouts.file(rex.id(), first.key())).isEmpty();

        Path secondFile = takeouts.file(rex.id(), second.key()).orElseThrow();
        clock.advance(Takeouts.KEPT);
        assertThat(takeouts.file(rex.id(), second.key())).isEmpty();
        takeouts.forgetOld();
        assertThat(secondFile).doesNotExist();
    }

    private Media upload(Viewer author, String alt) throws IOException {
        byte[] file = Pictures.file(Pictures.quarters(30, 20), "png");
        try (Upload received = media.receive(author, new ByteArrayInputStream(file))) {
            return media.keep(author, received, new AltText(alt));
        }
    }

    private Path written(SignedIn me) {
        Takeout takeout = takeouts.begin(me);
        await().atMost(PATIENCE).until(() -> takeout.isReady() || takeout.isFailed());
        return takeouts.file(me.viewer().id(), takeout.key()).orElseThrow();
    }

    private Map<String, JsonNode> read(Path zip) throws IOException {
        Map<String, JsonNode> content = new HashMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream()
                    .filter(each -> each.getName().endsWith(".json"))
                    .toList()) {
                byte[] bytes = archive.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), json.readTree(new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return content;
    }

    private static JsonNode file(Map<String, JsonNode> content, String name) {
        return Objects.requireNonNull(content.get(name), name);
    }
}
