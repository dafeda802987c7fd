package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.barker.account.AccountService;
import app.barker.account.EmailAddresses;
import app.barker.account.LanguageChoice;
import app.barker.account.Viewer;
import app.barker.shared.Language;
import app.barker.signin.EmailService.Outcome;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Mailbox;
import app.barker.testing.Mailbox.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DatabaseTest
class EmailServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Mailbox MAILBOX = Mailbox.open();

    @Autowired
    EmailService emails;

    @Autowired
    EmailAddresses addresses;

    @Autowired
    LanguageChoice languages;

    @Autowired
    PasswordService passwords;

    @Autowired
    AccountService accounts;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SecurityHistory history;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private OpenSignIns open;
    private String unique;
    private Viewer rex;
    private SignedIn me;

    @DynamicPropertySource
    static void mailIsSent(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAILBOX::port);
        registry.add("barker.mail.from", () -> "barker@example.org");
        registry.add("barker.mail.public-address", () -> "https://barker.example.org/");
    }

    @AfterAll
    static void close() {
        MAILBOX.close();
    }

    @BeforeEach
    void rexHasLoggedIn() {
        jdbc.sql("delete from sign_in_failed_names").update();
        jdbc.sql("delete from sign_in_throttle").update();
        open = new OpenSignIns(signIns, jdbc);
        unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        me = open.open(rex, OpenSignIns.OFFICE);
    }

    @Test
    void anAddressCountsOnceItsLinkWasOpened() {
        String address = "Rex-" + unique + "@Example.org";

        assertThat(emails.give(me, " " + address + " ", Language.ENGLISH)).isEqualTo(Outcome.SENT);
        assertThat(emails.of(me)).isEmpty();
        assertThat(emails.waitingOf(me)).contains(address.toLowerCase(Locale.ROOT));

        String secret = secretIn(letterTo(address), "confirm");
        assertThat(emails.confirm(secret, OpenSignIns.PHONE)).isTrue();
        assertThat(emails.of(me)).contains(address.toLowerCase(Locale.ROOT));
        assertThat(emails.waitingOf(me)).isEmpty();
        assertThat(emails.confirm(secret, OpenSignIns.PHONE)).as("twice").isFalse();
        assertThat(history.of(rex, Long.MAX_VALUE))
                .extracting(SecurityEvent::kind)
                .startsWith(SecurityEventKind.EMAIL_CONFIRMED, SecurityEventKind.EMAIL_CHANGED);
    }

    @Test
    void aLetterIsInTheLanguageThatItsReaderHasChosenElseInThatOfThePage() {
        emails.give(me, "page-" + unique + "@example.org", Language.GERMAN);
        assertThat(letterTo("page-" + unique + "@example.org").text())
                .contains("hat diese Adresse bei Barker angegeben");

        languages.choose(rex, Optional.of(Language.ENGLISH));
        emails.give(me, "own-" + unique + "@example.org", Language.GERMAN);
        assertThat(letterTo("own-" + unique + "@example.org").text()).contains("has given this address at Barker");
    }

    @Test
    void whoGivesAnotherOneTellsTheOneBefore() {
        confirmed("old-" + unique + "@example.org");

        emails.give(me, "new-" + unique + "@example.org", Language.ENGLISH);

        Letter told = letterTo("old-" + unique + "@example.org", 2);
        assertThat(told.text()).contains("is being changed", "@" + rex.username());
        assertThat(emails.of(me)).as("until the new one is confirmed").contains("old-" + unique + "@example.org");
        emails.confirm(secretIn(letterTo("new-" + unique + "@example.org"), "confirm"), OpenSignIns.PHONE);
        assertThat(emails.of(me)).contains("new-" + unique + "@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rex",
                "rex@",
                "@example.org",
                "rex@example",
                "a b@example.org",
                "rex@example.org\r\nBcc: all@example.org",
                "rex@exam ple.org",
                "<rex@example.org>",
                "rex@example.org,bella@example.org"
            })
    void nobodyCouldWriteThere(String typed) {
        assertThat(emails.give(me, typed, Language.ENGLISH)).isEqualTo(Outcome.NOT_AN_ADDRESS);
        assertThat(emails.give(me, "x".repeat(300) + "@example.org", Language.ENGLISH))
                .isEqualTo(Outcome.NOT_AN_ADDRESS);
    }

    @Test
    void nobodyIsWrittenToWithoutEnd() {
        for (int i = 0; i < 5; i++) {
            assertThat(emails.give(me, "bella-" + unique + "@example.org", Language.ENGLISH))
                    .isEqualTo(Outcome.SENT);
        }

        assertThat(emails.give(me, "bella-" + unique + "@example.org", Language.ENGLISH))
                .isEqualTo(Outcome.WAIT);
    }

    @Test
    void needsAProof() {
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class)
                .isThrownBy(() -> emails.give(me, "rex@example.org", Language.ENGLISH));
        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> emails.remove(me));
    }

    @Test
    void whoForgotIsSentALinkByNameOrByAddress() {
        String address = "rex-" + unique + "@example.org";
        confirmed(address);

        assertThat(passwords.sendLink(rex.username(), OpenSignIns.PHONE, Language.ENGLISH))
                .isTrue();
        String first = secretIn(letterTo(address, 2), "reset");
        assertThat(passwords.sendLink(" REX-" + unique + "@example.org ", OpenSignIns.PHONE, Language.ENGLISH))
                .isTrue();
        String second = secretIn(letterTo(address, 3), "reset");

        assertThat(passwords.reset(first, "a purple bone under the sofa", OpenSignIns.PHONE))
                .isEqualTo(new PasswordService.Result.LinkGone());
        assertThat(passwords.reset(second, "a purple bone under the sofa", OpenSignIns.PHONE))
                .isInstanceOf(PasswordService.Result.Changed.class);
    }

    @Test
    void anAddressThatIsNotConfirmedGetsNoLink() {
        String address = "rex-" + unique + "@example.org";
        emails.give(me, address, Language.ENGLISH);
        letterTo(address);

        assertThat(passwords.sendLink(rex.username(), OpenSignIns.PHONE, Language.ENGLISH))
                .isTrue();
        assertThat(passwords.sendLink(address, OpenSignIns.PHONE, Language.ENGLISH))
                .isTrue();
        assertThat(passwords.sendLink("nobody-" + unique, OpenSignIns.PHONE, Language.ENGLISH))
                .isTrue();
        assertThat(passwords.sendLink("", OpenSignIns.PHONE, Language.ENGLISH)).isTrue();

        // One writer for all: when a later letter is there, these are not.
        Viewer bella = new Dogs(accounts).signUp("bella-" + unique);
        emails.give(open.open(bella, OpenSignIns.OFFICE), "bella-" + unique + "@example.org", Language.ENGLISH);
        letterTo("bella-" + unique + "@example.org");
        assertThat(MAILBOX.lettersTo(address)).hasSize(1);
    }

    @Test
    void askingForLinksIsSlowed() {
        for (int i = 0; i < 5; i++) {
            assertThat(passwords.sendLink("nobody-" + unique, OpenSignIns.PHONE, Language.ENGLISH))
                    .isTrue();
        }

        assertThat(passwords.sendLink("somebody-else", OpenSignIns.PHONE, Language.ENGLISH))
                .isFalse();
    }

    @Test
    void whoTakesTheAddressAwayOrClosesTheAccountIsNotWrittenTo() {
        confirmed("rex-" + unique + "@example.org");
        emails.remove(me);
        assertThat(emails.of(me)).isEmpty();

        confirmed("rex-" + unique + "@example.org");
        ownAccount.close(me, false);
        assertThat(addresses.of(rex.id())).isEmpty();
        assertThat(addresses.peopleAt("rex-" + unique + "@example.org")).isEmpty();
    }

    private void confirmed(String address) {
        int before = MAILBOX.lettersTo(address).size();
        emails.give(me, address, Language.ENGLISH);
        assertThat(emails.confirm(secretIn(letterTo(address, before + 1), "confirm"), OpenSignIns.PHONE))
                .isTrue();
    }

    private static Letter letterTo(String address) {
        return letterTo(address, 1);
    }

    private static Letter letterTo(String address, int number) {
        await().atMost(PATIENCE).until(() -> MAILBOX.lettersTo(address).size() >= number);
        List<Letter> letters = MAILBOX.lettersTo(address);
        assertThat(letters).hasSize(number);
        return letters.getLast();
    }

    private static String secretIn(Letter letter, String path) {
        Matcher link = Pattern.compile("https://barker\\.example\\.org/" + path + "/([\\w-]{22})")
                .matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group(1);
    }
}
