package app.barker.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.api.ApiBarks;
import app.barker.bark.BarkService;
import app.barker.bark.Reactions;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.follow.Readers;
import app.barker.signin.OpenSignIns;
import app.barker.signin.Origin;
import app.barker.signin.SecurityEventKind;
import app.barker.signin.SecurityHistory;
import app.barker.signin.SecurityLog;
import app.barker.signin.SignInEnd;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.TestClock;
import app.barker.testing.Transactional;
import app.barker.timeline.Timeline;
import app.barker.webhook.Receiver.Received;
import app.barker.webhook.Watched.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** From a new bark to another server, by a clock that moves when it is told to. */
@DatabaseTest
class DeliveriesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HERE = "https://barker.example";

    @Autowired
    WebhookTable table;

    @Autowired
    DeliveryTable deliveryTable;

    @Autowired
    Timeline timeline;

    @Autowired
    ApiBarks apiBarks;

    @Autowired
    Readers readers;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    SecurityLog log;

    @Autowired
    SecurityHistory history;

    @Autowired
    BarkService barkService;

    @Autowired
    Reactions reactions;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeanFactoryTransactionAttributeSourceAdvisor advisor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final TestClock clock = new TestClock();
    private final WebhookSettings settings = Hooks.settings(Hooks.THIS_MACHINE);

    @AutoClose
    private final Receiver receiver = Receiver.start();

    @AutoClose("destroy")
    private final Sender sender = new Sender(new ReachableAddresses(settings), settings);

    private final List<Deliveries> nodes = new ArrayList<>();
    private Deliveries node;
    private Webhooks webhooks;
    private OpenSignIns open;
    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private SignedIn me;

    @BeforeEach
    void rexHasASession() {
        webhooks = Transactional.service(
                new Webhooks(table, deliveryTable, accounts, readers, signIns, log, settings, clock), advisor);
        node = startNode();
        open = new OpenSignIns(signIns, jdbc);
        barking = new Barking(barkService);
        rex = dog("rex");
        bella = dog("bella");
        me = open.open(rex, OpenSignIns.OFFICE);
    }

    @AfterEach
    void nothingIsLeftToSend() {
        nodes.forEach(Deliveries::destroy);
        jdbc.sql("delete from webhooks").update();
        jdbc.sql("delete from webhook_barks").update();
    }

    @Test
    void aNewBarkArrivesSignedAsTheApiSaysIt() {
        var made = make(Kind.EVERYONE, "", "");
        long bark = barking.bark(bella, "Found a \"ball\" 🐾");

        node.look();

        Received received = received(1).getFirst();
        assertThat(received.path()).isEqualTo("/hook");
        assertThat(received.id()).startsWith("msg_");
        assertThat(received.timestamp())
                .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(received.signature())
                .isEqualTo(new SigningSecret(made.secret())
                        .sign(received.id(), Long.parseLong(received.timestamp()), received.body()));
        JsonNode body = json.readTree(received.body());
        assertThat(body.get("id").asString()).isEqualTo(String.valueOf(bark));
        assertThat(body.get("text").asString()).isEqualTo("Found a \"ball\" 🐾");
        assertThat(body.get("author").get("username").asString()).isEqualTo(bella.username());
        assertThat(body.toString())
                .isEqualTo(json.readTree(asTheApiSaysIt(bark)).toString());
        assertThat(delivery(made.id()).status()).isEqualTo(204);
    }

    @Test
    void onlyWhatIsWatchedArrives() {
        make(Kind.PERSON, bella.username(), "", "/person");
        make(Kind.TAG, "#Walk", "", "/tag");
        make(Kind.MENTIONS, "", "", "/mentions");
        make(Kind.EVERYONE, "", "Bällchen", "/word");
        Viewer moose = dog("moose");
        barking.bark(bella, "from Bella");
        barking.bark(moose, "a #walk at night");
        barking.bark(moose, "hello @" + rex.username());
        barking.bark(rex, "I am @" + rex.username());
        long ball = barking.bark(moose, "A BALLCHEN, look");
        reactions.rebark(bella, ball);

        node.look();

        assertThat(received(4))
                .extracting(received -> received.path() + " "
                        + json.readTree(received.body()).get("text").asString())
                .containsExactlyInAnyOrder(
                        "/person from Bella",
                        "/tag a #walk at night",
                        "/mentions hello @" + rex.username(),
                        "/word A BALLCHEN, look");
    }

    @Test
    void whatItsOwnerMayNotOrDoesNotWantToReadIsNotSent() {
        var made = make(Kind.EVERYONE, "", "");
        Viewer moose = dog("moose");
        Viewer daisy = dog("daisy");
        blocks.block(moose, rex.username());
        mutes.mutePerson(rex, daisy.username(), Optional.empty());
        mutes.muteWord(rex, "cats", Optional.empty());
        barking.bark(moose, "blocked");
        barking.bark(daisy, "muted");
        barking.bark(bella, "about cats");
        barking.bark(bella, "seen");

        node.look();

        assertThat(received(1).getFirst().body()).contains("\"text\":\"seen\"");
        assertThat(webhooks.deliveriesOf(me, made.id())).hasSize(1);
    }

    @Test
    void whatWasHiddenOrDeletedMeanwhileIsNotSent() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(500);
        long deleted = barking.bark(bella, "deleted");
        Viewer moose = dog("moose");
        barking.bark(moose, "hidden");
        // What follows a failure waits for the next look.
        node.look();
        awaitIdle();
        node.look();
        received(2);

        barkService.delete(bella, deleted);
        blocks.block(rex, moose.username());
        receiver.answer(204);
        clock.advance(Duration.ofMinutes(2));
        node.look();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(webhooks.deliveriesOf(me, made.id()))
                        .extracting(Delivery::state)
                        .containsExactly(Delivery.State.DROPPED, Delivery.State.DROPPED));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void aBarkThatWasUndoneIsNotTold() {
        make(Kind.EVERYONE, "", "");
        transaction.executeWithoutResult(tx -> {
            barking.bark(bella, "never said");
            tx.setRollbackOnly();
        });

        node.look();

        assertThat(deliveryTable.notedBarks(10)).isEmpty();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void whereNobodyWatchesNothingIsNoted() {
        barking.bark(bella, "Woof");

        assertThat(deliveryTable.notedBarks(10)).isEmpty();
    }

    @Test
    void whatDoesNotArriveIsTriedAgainWithGrowingWaitsAndThenGivenUp() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(503);
        barking.bark(bella, "Woof");
        node.look();
        awaitAttempts(made.id(), 1);

        for (int attempt = 1; attempt <= Deliveries.WAITS.size(); attempt++) {
            Duration wait = Deliveries.WAITS.get(attempt - 1);
            assertThat(delivery(made.id()).dueAt()).contains(clock.instant().plus(wait));
            clock.advance(wait.minusSeconds(1));
            node.look();
            awaitIdle();
            assertThat(receiver.received()).hasSize(attempt);
            clock.advance(Duration.ofSeconds(1));
            node.look();
            awaitAttempts(made.id(), attempt + 1);
        }

        assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(delivery(made.id()).problem()).contains(DeliveryProblem.REFUSED);
        assertThat(delivery(made.id()).status()).isEqualTo(503);
        assertThat(receiver.received())
                .hasSize(5)
                .extracting(Received::id)
                .containsOnly(receiver.received().getFirst().id());
        assertThat(receiver.received()).extracting(Received::timestamp).doesNotHaveDuplicates();
        clock.advance(Duration.ofDays(1));
        node.look();
        awaitIdle();
        assertThat(receiver.received()).hasSize(5);
    }

    @Test
    void anotherServerGoesOnWhereOneDied() {
        var made = make(Kind.EVERYONE, "", "");
        barking.bark(bella, "before anything was looked at");
        node.destroy();
        startNode().look();
        received(1);

        barking.bark(bella, "while it was being sent");
        Deliveries dying = startNode();
        // As if it had died behind the claim: nothing is written any more.
        transaction.executeWithoutResult(tx -> deliveryTable.notedBarks(10).forEach(bark -> {
            deliveryTable.takeBark(bark);
            deliveryTable.insert(made.id(), Optional.of(bark), clock.instant());
        }));
        deliveryTable.claim(made.id(), clock.instant(), clock.instant().plus(Deliveries.LEASE));
        dying.destroy();

        Deliveries next = startNode();
        next.look();
        awaitIdle();
        assertThat(receiver.received()).hasSize(1);
        clock.advance(Deliveries.LEASE);
        next.look();

        assertThat(received(2).getLast().body()).contains("while it was being sent");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DELIVERED));
    }

    @Test
    void ofTwoServersThatLookAtOnceEachMessageIsSentByOne() {
        make(Kind.EVERYONE, "", "", "/a");
        make(Kind.EVERYONE, "", "", "/b");
        for (int i = 0; i < 20; i++) {
            barking.bark(bella, "bark " + i);
        }
        Deliveries other = startNode();

        AtOnce.run(2, number -> {
            for (int i = 0; i < 10; i++) {
                (number == 0 ? node : other).look();
            }
            return true;
        });

        await().atMost(PATIENCE).untilAsserted(() -> {
            node.look();
            other.look();
            assertThat(states()).hasSize(40).containsOnly("DELIVERED");
        });
        assertThat(receiver.received()).hasSize(40).extracting(Received::id).doesNotHaveDuplicates();
    }

    @Test
    void aRedirectIsNoArrival() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(exchange -> {
            exchange.getResponseHeaders().set("Location", receiver.address("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
        });
        barking.bark(bella, "Woof");

        node.look();
        awaitAttempts(made.id(), 1);

        assertThat(receiver.received()).extracting(Received::path).containsExactly("/hook");
        assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void aHookToThisMachineIsSilentWhereNobodyAllowedIt() {
        WebhookSettings strict = Hooks.settings();
        Sender careful = new Sender(new ReachableAddresses(strict), strict);
        Deliveries strictNode = startNode(careful);
        var made = make(Kind.EVERYONE, "", "");
        barking.bark(bella, "Woof");

        strictNode.look();
        awaitAttempts(made.id(), 1);

        assertThat(receiver.received()).isEmpty();
        assertThat(delivery(made.id()).problem()).contains(DeliveryProblem.NOT_PUBLIC);
        careful.destroy();
    }

    @Test
    void whoIsBannedIsToldNothingMoreNotEvenWhatWaits() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(500);
        barking.bark(bella, "Woof");
        node.look();
        awaitAttempts(made.id(), 1);
        assertThat(receiver.received()).hasSize(1);

        jdbc.sql("update users set banned_at = now() where id = ?")
                .param(rex.id())
                .update();
        barking.bark(bella, "Woof again");
        clock.advance(Duration.ofHours(1));
        node.look();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DROPPED));
        transaction.executeWithoutResult(tx -> signIns.endAll(rex.id(), SignInEnd.BANNED, Origin.NOWHERE));
        node.look();
        awaitIdle();

        assertThat(receiver.received()).hasSize(1);
        assertThat(webhooks.of(me).getFirst().off()).contains(Off.BANNED);
    }

    @Test
    void whatIsOffTellsNothing() {
        var made = make(Kind.EVERYONE, "", "");
        webhooks.turnOff(me, made.id());
        barking.bark(bella, "unheard");
        webhooks.turnOn(me, made.id());
        barking.bark(bella, "heard");

        node.look();

        assertThat(received(1).getFirst().body()).contains("\"text\":\"heard\"");
        awaitIdle();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void aTestIsSentAlsoWhereItIsOffAndTriedOnce() {
        var made = make(Kind.EVERYONE, "", "");
        webhooks.turnOff(me, made.id());
        webhooks.test(me, made.id());
        node.look();
        JsonNode body = json.readTree(received(1).getFirst().body());
        assertThat(body.get("id").asString()).isEqualTo("0");
        assertThat(body.get("text").asString()).startsWith("This is a test");

        receiver.answer(500);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DELIVERED));
        webhooks.test(me, made.id());
        node.look();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.GIVEN_UP));
    }

    @Test
    void afterThreeDaysInWhichNothingArrivedItIsTurnedOffAndItsOwnerTold() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(500);
        barking.bark(bella, "first");
        node.look();
        awaitAttempts(made.id(), 1);
        assertThat(webhooks.of(me).getFirst().off()).isEmpty();

        clock.advance(Duration.ofDays(3));
        node.look();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(webhooks.of(me).getFirst().off()).contains(Off.FAILING));

        assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DROPPED);
        assertThat(history.untold(rex))
                .filteredOn(event -> event.kind() == SecurityEventKind.WEBHOOK_PAUSED)
                .extracting(event -> event.detail())
                .containsExactly("127.0.0.1");
    }

    @Test
    void oneArrivalAndTheDaysBeginAnew() {
        var made = make(Kind.EVERYONE, "", "");
        receiver.answer(500);
        barking.bark(bella, "first");
        node.look();
        awaitAttempts(made.id(), 1);
        receiver.answer(204);
        clock.advance(Duration.ofDays(2));
        node.look();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DELIVERED));

        receiver.answer(500);
        clock.advance(Duration.ofDays(2));
        barking.bark(bella, "second");
        node.look();
        awaitAttempts(made.id(), 1);

        assertThat(webhooks.of(me).getFirst().off()).isEmpty();
    }

    @Test
    void aServerThatIsGoneForGoodIsBelieved() {
        make(Kind.EVERYONE, "", "");
        receiver.answer(410);
        barking.bark(bella, "Woof");

        node.look();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(webhooks.of(me).getFirst().off()).contains(Off.GONE));
    }

    @Test
    void whatWasSentIsForgottenAfterAMonth() {
        var made = make(Kind.EVERYONE, "", "");
        barking.bark(bella, "Woof");
        node.look();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(made.id()).state()).isEqualTo(Delivery.State.DELIVERED));

        clock.advance(Duration.ofDays(29));
        node.forgetOld();
        assertThat(webhooks.deliveriesOf(me, made.id())).hasSize(1);
        clock.advance(Duration.ofDays(2));
        node.forgetOld();

        assertThat(webhooks.deliveriesOf(me, made.id())).isEmpty();
    }

    private Deliveries startNode() {
        return startNode(sender);
    }

    private Deliveries startNode(Sender by) {
        Deliveries started =
                new Deliveries(table, deliveryTable, timeline, apiBarks, by, log, settings, transaction, clock);
        nodes.add(started);
        return started;
    }

    private Webhooks.Result.Made make(Kind watches, String name, String word) {
        return make(watches, name, word, "/hook");
    }

    private Webhooks.Result.Made make(Kind watches, String name, String word, String path) {
        return (Webhooks.Result.Made)
                webhooks.make(me, new NewWebhook(receiver.address(path), watches, name, word), HERE);
    }

    private List<Received> received(int most) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(most));
        awaitIdle();
        assertThat(receiver.received()).hasSize(most);
        return receiver.received();
    }

    /** Nobody is sending. */
    private void awaitIdle() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(nodes).allMatch(Deliveries::isIdle));
    }

    private void awaitAttempts(long webhookId, int attempts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(webhookId).attempts()).isEqualTo(attempts));
        awaitIdle();
    }

    private Delivery delivery(long webhookId) {
        return webhooks.deliveriesOf(me, webhookId).getFirst();
    }

    private List<String> states() {
        return jdbc.sql("select state from webhook_deliveries")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String asTheApiSaysIt(long bark) {
        return apiBarks.json(timeline.card(rex, bark).orElseThrow(), HERE);
    }

    private Viewer dog(String name) {
        return new Dogs(accounts)
                .signUp(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
