package app.barker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.Reactions;
import app.barker.feed.NewFeed.Kind;
import app.barker.follow.BlockService;
import app.barker.follow.FollowService;
import app.barker.follow.MuteService;
import app.barker.signin.OpenSignIns;
import app.barker.signin.Origin;
import app.barker.signin.OwnAccount;
import app.barker.signin.PasswordService;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignInEnd;
import app.barker.signin.SignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.AtOnce;
import app.barker.testing.Barking;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Feeds from the page that makes them to what a reader gets at the address. */
@DatabaseTest
@AutoConfigureMockMvc
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    Feeds feeds;

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordService passwords;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    BarkService barkService;

    @Autowired
    Reactions reactions;

    @Autowired
    FollowService follows;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private MockMvcTester reader;
    private OpenSignIns open;
    private Barking barking;
    private Viewer rex;
    private Viewer bella;
    private SignedIn me;

    @BeforeEach
    void rexAndBellaAreHere() {
        reader = MockMvcTester.create(mvc);
        open = new OpenSignIns(signIns, jdbc);
        barking = new Barking(barkService);
        rex = dog("rex");
        bella = dog("bella");
        me = open.open(rex, OpenSignIns.OFFICE);
    }

    @Test
    void aFeedOfHomeIsWhatHomeShows() throws Exception {
        follows.follow(rex, bella.username());
        barking.bark(bella, "Found a ball\nand a <bone> & more 🐾 #walk@night");
        barking.bark(dog("moose"), "Nobody follows me");
        String secret = make(Kind.HOME, "");

        Document feed = read(secret);

        assertThat(texts(feed, "title")).hasSize(2).last().asString().endsWith(": Found a ball");
        assertThat(texts(feed, "content").getFirst()).contains("and a <bone> & more 🐾 #walk@night");
        assertThat(feed.getElementsByTagName("br").getLength()).isEqualTo(1);
    }

    @Test
    void itHoldsWhatRfc4287AsksFor() throws Exception {
        long bark = barking.bark(bella, "See https://example.org/walk, @" + rex.username() + " #walk");
        String secret = make(Kind.PERSON, "@" + bella.username());

        Document feed = read(secret);
        Element root = feed.getDocumentElement();
        Element entry = (Element) root.getElementsByTagName("entry").item(0);

        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        for (String needed : List.of("id", "title", "updated")) {
            assertThat(children(root, needed)).as(needed).hasSize(1);
            assertThat(children(entry, needed)).as(needed).hasSize(1);
        }
        assertThat(text(entry, "id")).startsWith("urn:uuid:").isNotEqualTo(text(root, "id"));
        assertThat(text(entry, "name")).isEqualTo(bella.username());
        assertThat(linkOf(entry, "alternate")).isEqualTo("http://localhost/barks/" + bark);
        assertThat(linkOf(root, "self")).isEqualTo("http://localhost/feeds/" + secret);
        assertThat(linkOf(root, "alternate")).isEqualTo("http://localhost/users/" + bella.username());
        assertThat(((Element) entry.getElementsByTagName("category").item(0)).getAttribute("term"))
                .isEqualTo("walk");
        assertThat(IntStream.range(0, 3)
                        .mapToObj(
                                i -> ((Element) entry.getElementsByTagName("a").item(i)).getAttribute("href")))
                .containsExactly(
                        "https://example.org/walk",
                        "http://localhost/users/" + rex.username(),
                        "http://localhost/tags/walk");
    }

    @Test
    void theSecretStandsInTheLinkToItselfAlone() throws Exception {
        barking.bark(bella, "Woof");
        String secret = make(Kind.PERSON, bella.username());

        String body = get(secret).getResponse().getContentAsString();

        assertThat(body.split(secret, -1)).hasSize(2);
        assertThat(body).contains("rel=\"self\" type=\"application/atom+xml\" href=\"http://localhost/feeds/" + secret);
    }

    @Test
    void anIdStaysThroughAnEditAndInAnotherFeed() throws Exception {
        long bark = barking.bark(bella, "Woof #walk");
        String person = make(Kind.PERSON, bella.username());
        String id = texts(read(person), "id").getLast();

        barkService.edit(bella, bark, new BarkText("Woof again #walk"), Optional.empty());

        assertThat(texts(read(person), "id").getLast()).isEqualTo(id);
        assertThat(texts(read(make(Kind.TAG, "#Walk")), "id")).contains(id);
        assertThat(texts(read(feeds.renew(me, idOf("@" + bella.username())).secret()), "id"))
                .contains(id);
    }

    @Test
    void whatXmlCannotWriteDoesNotBreakIt() throws Exception {
        barking.bark(bella, "Before \uFFFE\uFFFF after");

        assertThat(texts(read(make(Kind.PERSON, bella.username())), "content").getFirst())
                .contains("Before \uFFFD\uFFFD after");
    }

    @Test
    void aRebarkSaysWhoBroughtIt() throws Exception {
        long bark = barking.bark(bella, "Woof");
        Viewer moose = dog("moose");
        reactions.rebark(moose, bark);

        Document feed = read(make(Kind.PERSON, moose.username()));

        assertThat(texts(feed, "name")).containsExactly(bella.username());
        assertThat(texts(feed, "content").getFirst()).contains("Rebarked by " + moose.username());
    }

    @Test
    void blocksAndMutesOfTheOwnerCount() throws Exception {
        Viewer moose = dog("moose");
        follows.follow(rex, bella.username());
        follows.follow(rex, moose.username());
        barking.bark(bella, "from Bella");
        barking.bark(moose, "from Moose");
        barking.bark(moose, "about cats");
        String secret = make(Kind.HOME, "");
        assertThat(texts(read(secret), "content")).hasSize(3);

        mutes.muteWord(rex, "cats", Optional.empty());
        blocks.block(bella, rex.username());

        assertThat(texts(read(secret), "content")).singleElement().asString().contains("from Moose");
    }

    @Test
    void ofWhomABlockHidesThereIsNoFeed() {
        blocks.block(bella, rex.username());

        assertThat(refused(Kind.PERSON, bella.username())).isEqualTo(FeedProblem.NOBODY);
        assertThat(refused(Kind.PERSON, "nobody-at-all")).isEqualTo(FeedProblem.NOBODY);
        assertThat(refused(Kind.TAG, "two words")).isEqualTo(FeedProblem.NO_TAG);
    }

    @Test
    void aReaderThatHasItAlreadyGetsItNotAgain() {
        barking.bark(bella, "Woof");
        String secret = make(Kind.PERSON, bella.username());
        MvcTestResult first = get(secret);
        String etag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
        String modified = String.valueOf(first.getResponse().getHeader(HttpHeaders.LAST_MODIFIED));

        assertThat(etag).startsWith("\"");
        assertThat(reader.get().uri("/feeds/" + secret).header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatus(304);
        assertThat(reader.get().uri("/feeds/" + secret).header(HttpHeaders.IF_MODIFIED_SINCE, modified))
                .hasStatus(304);
        barking.bark(bella, "Woof again");
        assertThat(reader.get().uri("/feeds/" + secret).header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatus(200);
    }

    @Test
    void itsHeadersKeepItPrivate() {
        MvcTestResult answer = get(make(Kind.HOME, ""));

        assertThat(answer).hasStatusOk().hasHeader(HttpHeaders.CONTENT_TYPE, "application/atom+xml;charset=UTF-8");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private", "no-cache");
        assertThat(answer).hasHeader("Referrer-Policy", "no-referrer").hasHeader("X-Robots-Tag", "noindex, nofollow");
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "%F0%9F%90%BE"})
    void whatIsNoSecretOpensNothing(String secret) {
        MvcTestResult answer = reader.get().uri(URI.create("/feeds/" + secret)).exchange();

        // What no address may hold, Spring's firewall refuses before.
        assertThat(answer.getResponse().getStatus()).isIn(404, 400);
        assertThat(answer.getResponse().getContentLength()).isZero();
    }

    @Test
    void onlyReadingIsThere() {
        String secret = make(Kind.HOME, "");

        assertThat(reader.head().uri("/feeds/" + secret)).hasStatus(200);
        assertThat(reader.post().uri("/feeds/" + secret)).hasStatus(405);
        assertThat(reader.delete().uri("/feeds/" + secret)).hasStatus(405);
    }

    @Test
    void onlyAHashOfItIsStored() {
        String secret = make(Kind.HOME, "");

        assertThat(jdbc.sql("select secret_hash from atom_feeds where account_id = ?")
                        .param(rex.id())
                        .query((row, number) -> row.getString(1))
                        .list())
                .singleElement()
                .asString()
                .hasSize(64)
                .doesNotContain(secret);
    }

    @Test
    void makingAndRenewingNeedAFreshProofAndTurningOffNeedsNone() {
        String secret = make(Kind.HOME, "");
        long id = feeds.of(me).getFirst().id();
        open.proofIsOld(me);

        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> make(Kind.TAG, "walk"));
        assertThatExceptionOfType(ProofNeeded.class).isThrownBy(() -> feeds.renew(me, id));
        assertThat(get(secret)).hasStatus(200);

        feeds.revoke(me, id);
        assertThat(get(secret)).hasStatus(404);
        assertThat(feeds.of(me)).isEmpty();
    }

    @Test
    void aNewAddressEndsTheOldOne() {
        String old = make(Kind.HOME, "");

        String fresh = feeds.renew(me, feeds.of(me).getFirst().id()).secret();

        assertThat(get(old)).hasStatus(404);
        assertThat(get(fresh)).hasStatus(200);
        assertThat(feeds.of(me)).hasSize(1);
    }

    @Test
    void nobodyTouchesThatOfAnotherOne() {
        String secret = make(Kind.HOME, "");
        long id = feeds.of(me).getFirst().id();
        SignedIn hers = open.open(bella, OpenSignIns.PHONE);

        assertThatExceptionOfType(FeedNotFound.class).isThrownBy(() -> feeds.revoke(hers, id));
        assertThatExceptionOfType(FeedNotFound.class).isThrownBy(() -> feeds.renew(hers, id));

        assertThat(feeds.of(hers)).isEmpty();
        assertThat(get(secret)).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({"BANNED", "CLOSED", "PASSWORD_RESET"})
    void itEndsWithTheAccountAndWithALostPassword(SignInEnd why) {
        String secret = make(Kind.HOME, "");
        assertThat(get(secret)).hasStatus(200);

        transaction.executeWithoutResult(tx -> signIns.endAll(rex.id(), why, Origin.NOWHERE));

        assertThat(get(secret)).hasStatus(404);
    }

    @Test
    void whileItsOwnerIsBannedItIsSilentInAnyCase() {
        String secret = make(Kind.HOME, "");

        jdbc.sql("update users set banned_at = now() where id = ?")
                .param(rex.id())
                .update();

        assertThat(get(secret)).hasStatus(404);
    }

    @Test
    void ofAClosedAccountNothingIsLeft() {
        String secret = make(Kind.PERSON, bella.username());
        ownAccount.close(open.open(bella, OpenSignIns.PHONE), true);

        assertThat(get(secret)).hasStatus(404);
        assertThat(feeds.of(me)).isEmpty();
    }

    @Test
    void aNewPasswordKeepsOrEndsThemAsTheirOwnerLikes() {
        String secret = make(Kind.TAG, "walk");
        assertThat(passwords.otherCredentialsOf(me)).contains("Atom #walk");

        passwords.change(me, Dogs.PASSWORD, "a purple bone under the sofa", false);
        assertThat(get(secret)).hasStatus(200);

        passwords.change(me, "a purple bone under the sofa", Dogs.PASSWORD, true);
        assertThat(get(secret)).hasStatus(404);
    }

    @Test
    void ofEachThingThereIsOneAlsoInARace() {
        List<Feeds.Result> results = AtOnce.run(6, number -> feeds.make(me, new NewFeed(Kind.HOME, "")));

        assertThat(results).filteredOn(Feeds.Result.Made.class::isInstance).hasSize(1);
        assertThat(feeds.of(me)).hasSize(1);
    }

    @Test
    void nobodyHasMoreThanOneMayHave() {
        for (int i = 0; i < 50; i++) {
            make(Kind.TAG, "walk" + i);
        }

        assertThat(refused(Kind.HOME, "")).isEqualTo(FeedProblem.TOO_MANY);
    }

    @Test
    void aReaderThatComesTooOftenWaits() {
        String secret = make(Kind.HOME, "");
        for (int i = 0; i < 60; i++) {
            assertThat(get(secret)).hasStatus(200);
        }

        MvcTestResult refused = get(secret);

        assertThat(refused).hasStatus(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER))))
                .isBetween(1, 3_600);
        assertThat(get(make(Kind.TAG, "walk"))).hasStatus(200);
    }

    @Test
    void itsOwnerSeesWhenAndFromWhereItWasReadLast() {
        String secret = make(Kind.HOME, "");
        assertThat(feeds.of(me).getFirst().lastReadAt()).isEmpty();

        get(secret);

        assertThat(feeds.of(me).getFirst().lastReadAt()).isPresent();
        assertThat(feeds.of(me).getFirst().lastReadFrom()).isEqualTo("127.0.0.1");
    }

    private String make(Kind kind, String name) {
        return ((Feeds.Result.Made) feeds.make(me, new NewFeed(kind, name))).secret();
    }

    private FeedProblem refused(Kind kind, String name) {
        return ((Feeds.Result.Refused) feeds.make(me, new NewFeed(kind, name))).problem();
    }

    private long idOf(String name) {
        return feeds.of(me).stream()
                .filter(feed -> feed.subject().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult get(String secret) {
        return reader.get().uri("/feeds/" + secret).exchange();
    }

    private Document read(String secret) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(get(secret).getResponse().getContentAsByteArray()));
    }

    private static List<String> texts(Document feed, String name) {
        var found = feed.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(each -> parent.isSameNode(each.getParentNode()))
                .toList();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String linkOf(Element parent, String rel) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .findFirst()
                .orElseThrow()
                .getAttribute("href");
    }

    private Viewer dog(String name) {
        return new Dogs(accounts)
                .signUp(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
