package app.barker.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.shared.LimitReached;
import app.barker.signin.OpenSignIns;
import app.barker.signin.Origin;
import app.barker.signin.OwnAccount;
import app.barker.signin.PasswordService;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignInEnd;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.webhook.Watched.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Webhooks as their owners have them. */
@DatabaseTest
class WebhooksTest {

    private static final String THERE = "https://hook.example/bark?key=secret";
    private static final String HERE = "https://barker.example";

    @Autowired
    Webhooks webhooks;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordService passwords;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    BlockService blocks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private Viewer rex;
    private Viewer bella;
    private SignedIn me;

    @BeforeEach
    void rexIsLoggedIn() {
        open = new OpenSignIns(signIns, jdbc);
        rex = dog("rex");
        bella = dog("bella");
        me = open.open(rex, OpenSignIns.OFFICE);
    }

    @Test
    void aWebhookIsOnAndItsSecretIsShownOnce() {
        var made = (Webhooks.Result.Made) make(Kind.PERSON, "@" + bella.username(), "ball");

        assertThat(made.secret()).startsWith("whsec_");
        assertThat(webhooks.of(me)).singleElement().satisfies(webhook -> {
            assertThat(webhook.id()).isEqualTo(made.id());
            assertThat(webhook.address()).isEqualTo(THERE);
            assertThat(webhook.watched()).isEqualTo(new Watched.OfPerson(bella.id(), bella.username()));
            assertThat(webhook.word()).isEqualTo("ball");
            assertThat(webhook.off()).isEmpty();
        });
    }

    @Test
    void neitherTheSecretNorTheWholeAddressStandsInTheHistory() {
        var made = (Webhooks.Result.Made) make(Kind.EVERYONE, "", "");
        webhooks.delete(me, made.id());

        assertThat(jdbc.sql(
                                "select kind || ' ' || detail from security_events where account_id = ? and kind like 'WEBHOOK%'")
                        .param(rex.id())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactlyInAnyOrder("WEBHOOK_MADE hook.example", "WEBHOOK_REMOVED hook.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ADDRESS_UNREADABLE",
        "hook.example, ADDRESS_UNREADABLE",
        "ftp://hook.example/, ADDRESS_UNREADABLE",
        "https:///nowhere, ADDRESS_UNREADABLE",
        "https://rex:bone@hook.example/, ADDRESS_UNREADABLE",
        "https://hook.example/#part, ADDRESS_UNREADABLE",
        "https://hook.example:99999/, ADDRESS_UNREADABLE",
        "https://hook.example/a b, ADDRESS_UNREADABLE",
        "http://hook.example/, ADDRESS_WITHOUT_TLS"
    })
    void whatIsNoAddressForThisIsRefused(String address, WebhookProblem problem) {
        assertThat(webhooks.make(me, new NewWebhook(address, Kind.EVERYONE, "", ""), HERE))
                .isEqualTo(new Webhooks.Result.Refused(problem));
    }

    @Test
    void whatIsTooLongOrNobodysIsRefused() {
        blocks.block(bella, rex.username());

        assertThat(webhooks.make(
                        me, new NewWebhook("https://a.example/" + "a".repeat(483), Kind.EVERYONE, "", ""), HERE))
                .isEqualTo(new Webhooks.Result.Refused(WebhookProblem.ADDRESS_TOO_LONG));
        assertThat(make(Kind.PERSON, bella.username(), ""))
                .isEqualTo(new Webhooks.Result.Refused(WebhookProblem.NOBODY));
        assertThat(make(Kind.TAG, "two words", "")).isEqualTo(new Webhooks.Result.Refused(WebhookProblem.NO_TAG));
        assertThat(make(Kind.EVERYONE, "", "b".repeat(101)))
                .isEqualTo(new Webhooks.Result.Refused(WebhookProblem.WORD_TOO_LONG));
        assertThat(make(Kind.EVERYONE, "", "!?")).isEqualTo(new Webhooks.Result.Refused(WebhookProblem.WORD_EMPTY));
        assertThat(webhooks.of(me)).isEmpty();
    }

    @Test
    void makingOneNeedsAFreshProofAndDeletingNeedsNone() {
        long id = ((Webhooks.Result.Made) make(Kind.EVERYONE, "", "")).id();
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> make(Kind.MENTIONS, "", ""));

        webhooks.delete(me, id);
        assertThat(webhooks.of(me)).isEmpty();
    }

    @Test
    void nobodyTouchesThatOfAnotherOne() {
        long id = ((Webhooks.Result.Made) make(Kind.EVERYONE, "", "")).id();
        SignedIn hers = open.open(bella, OpenSignIns.PHONE);

        assertThatExceptionOfType(WebhookNotFound.class).isThrownBy(() -> webhooks.delete(hers, id));
        assertThatExceptionOfType(WebhookNotFound.class).isThrownBy(() -> webhooks.turnOff(hers, id));
        assertThatExceptionOfType(WebhookNotFound.class).isThrownBy(() -> webhooks.turnOn(hers, id));
        assertThatExceptionOfType(WebhookNotFound.class).isThrownBy(() -> webhooks.test(hers, id));
        assertThatExceptionOfType(WebhookNotFound.class).isThrownBy(() -> webhooks.deliveriesOf(hers, id));

        assertThat(webhooks.of(hers)).isEmpty();
        assertThat(webhooks.of(me))
                .singleElement()
                .satisfies(own -> assertThat(own.off()).isEmpty());
        assertThat(webhooks.deliveriesOf(me, id)).isEmpty();
    }

    @Test
    void nobodyHasMoreThanOneMayHaveAlsoNotInARace() {
        for (int i = 0; i < 7; i++) {
            make(Kind.EVERYONE, "", "");
        }

        List<Webhooks.Result> results = AtOnce.run(6, number -> make(Kind.EVERYONE, "", ""));

        assertThat(results).filteredOn(Webhooks.Result.Made.class::isInstance).hasSize(3);
        assertThat(results).contains(new Webhooks.Result.Refused(WebhookProblem.TOO_MANY));
        assertThat(webhooks.of(me)).hasSize(10);
    }

    @Test
    void nobodySendsTestsWithoutAnEnd() {
        long id = ((Webhooks.Result.Made) make(Kind.EVERYONE, "", "")).id();
        for (int i = 0; i < 29; i++) {
            webhooks.test(me, id);
        }

        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> webhooks.test(me, id));
        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> make(Kind.EVERYONE, "", ""));
    }

    @Test
    void whatWaitsIsDroppedWhenItIsTurnedOff() {
        long id = ((Webhooks.Result.Made) make(Kind.EVERYONE, "", "")).id();
        webhooks.test(me, id);
        assertThat(webhooks.deliveriesOf(me, id).getFirst().state()).isEqualTo(Delivery.State.WAITING);

        webhooks.turnOff(me, id);

        assertThat(webhooks.of(me).getFirst().off()).contains(Off.OWNER);
        assertThat(webhooks.deliveriesOf(me, id).getFirst().state()).isEqualTo(Delivery.State.DROPPED);
        webhooks.turnOn(me, id);
        assertThat(webhooks.of(me).getFirst().off()).isEmpty();
        assertThat(webhooks.deliveriesOf(me, id).getFirst().state()).isEqualTo(Delivery.State.DROPPED);
    }

    @ParameterizedTest
    @CsvSource({"BANNED, BANNED", "PASSWORD_RESET, PASSWORD"})
    void theyAreOffAfterABanAndALostPassword(SignInEnd why, Off off) {
        make(Kind.EVERYONE, "", "");

        transaction.executeWithoutResult(tx -> signIns.endAll(rex.id(), why, Origin.NOWHERE));

        assertThat(webhooks.of(me))
                .singleElement()
                .satisfies(own -> assertThat(own.off()).contains(off));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rex", "bella"})
    void ofAClosedAccountNothingIsLeft(String leaving) {
        make(Kind.PERSON, bella.username(), "");

        ownAccount.close(leaving.equals("rex") ? me : open.open(bella, OpenSignIns.PHONE), false);

        assertThat(webhooks.of(me)).isEmpty();
    }

    @Test
    void aNewPasswordKeepsOrStopsThemAsTheirOwnerLikes() {
        make(Kind.EVERYONE, "", "");
        assertThat(passwords.otherCredentialsOf(me)).contains("hook.example");

        passwords.change(me, Dogs.PASSWORD, "a purple bone under the sofa", false);
        assertThat(webhooks.of(me).getFirst().off()).isEmpty();

        passwords.change(me, "a purple bone under the sofa", Dogs.PASSWORD, true);
        assertThat(webhooks.of(me).getFirst().off()).isEqualTo(Optional.of(Off.PASSWORD));
    }

    private Webhooks.Result make(Kind watches, String name, String word) {
        return webhooks.make(me, new NewWebhook(THERE, watches, name, word), HERE);
    }

    private Viewer dog(String name) {
        return new Dogs(accounts)
                .signUp(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
