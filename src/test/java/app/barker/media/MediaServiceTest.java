package app.barker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.bark.NotYourBark;
import app.barker.follow.BlockService;
import app.barker.image.ImageProblem;
import app.barker.image.ImageRefused;
import app.barker.image.Upload;
import app.barker.shared.LimitReached;
import app.barker.signin.OpenSignIns;
import app.barker.signin.OwnAccount;
import app.barker.signin.SignIns;
import app.barker.testing.AtOnce;
import app.barker.testing.CountedStatements;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Pictures;
import app.barker.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DatabaseTest
@TestPropertySource(properties = "barker.media.per-day=12")
class MediaServiceTest {

    private static final byte[] PHOTO = Pictures.file(Pictures.quarters(30, 20), "png");

    @Autowired
    MediaService media;

    @Autowired
    MediaTable table;

    @Autowired
    BarkService barks;

    @Autowired
    Timeline timeline;

    @Autowired
    BlockService blocks;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    AccountService accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    CountedStatements statements;

    @Autowired
    JdbcClient jdbc;

    Viewer bella;
    Viewer rex;

    /** Bella comes first: whoever is the only administrator cannot leave. */
    @BeforeEach
    void twoDogs() {
        bella = signUp("bella");
        rex = signUp("rex");
    }

    @Test
    void aBarkShowsItsPicturesInTheOrderOfItsAuthor() {
        Media first = upload(rex, "A ball, under a couch");
        Media second = upload(rex, "");

        long bark = post(rex, second.id(), first.id());

        assertThat(shown(bella, bark)).containsExactly(second, first);
        assertThat(first).isEqualTo(new Media(first.id(), "A ball, under a couch", 30, 20));
    }

    @Test
    void whatThereIsToSeeCanBeSaidWithTheBark() {
        Media said = upload(rex, "A ball");
        Media unsaid = upload(rex, "");
        String odd = "12 |,\"'{}\\ 🐾\nsecond line";

        long bark = barks.post(
                rex,
                showing(
                        "Look",
                        new Attachment(said.id(), Optional.of(AltText.NONE)),
                        new Attachment(unsaid.id(), Optional.of(new AltText(odd)))));

        assertThat(shown(rex, bark)).extracting(Media::alt).containsExactly("", odd);
    }

    @Test
    void picturesCanSpeakForThemselves() {
        Media shown = upload(rex, "");

        long bark = barks.post(rex, showing("", new Attachment(shown.id(), Optional.empty())));
        long quoting = barks.post(
                bella,
                new NewBark(new BarkText("Look at him"), UUID.randomUUID(), Optional.empty(), Optional.of(bark)));

        assertThat(timeline.card(bella, bark).orElseThrow().text()).isEmpty();
        assertThat(shown(bella, bark)).containsExactly(shown);
        assertThat(timeline.card(rex, quoting)
                        .orElseThrow()
                        .quote()
                        .orElseThrow()
                        .pictures())
                .isEqualTo(1);
        assertThat(timeline.everyone(rex, Timeline.NEWEST, 5).barks())
                .extracting(card -> card.id())
                .contains(bark);

        barks.edit(rex, bark, new BarkText("A ball"), Optional.empty());
        assertThat(barks.history(bella, bark))
                .extracting(version -> version.text())
                .containsExactly("A ball", "");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> barks.edit(rex, bark, new BarkText(""), Optional.empty()));
        assertThat(timeline.card(bella, bark).orElseThrow().text()).isEqualTo("A ball");
    }

    @Test
    void aPageWithPicturesIsOneStatement() {
        long without = post(rex);
        long with = post(rex, upload(rex, "").id(), upload(rex, "").id());

        // What the reader's rules are is read once.
        timeline.barksOf(bella, rex.id(), Timeline.NEWEST, 20);

        assertThat(statements.during(() -> assertThat(timeline.barksOf(bella, rex.id(), Timeline.NEWEST, 20)
                                .barks())
                        .extracting(card -> card.id())
                        .containsExactly(with, without)))
                .isEqualTo(1);
        assertThat(shown(bella, without)).isEmpty();
    }

    @Test
    void fourAreEnoughForABark() {
        long[] five = IntStream.range(0, 5).mapToLong(i -> upload(rex, "").id()).toArray();

        refuses(MediaProblem.TOO_MANY, five);
        assertThat(barksOf(rex)).isZero();
        assertThat(shown(rex, post(rex, LongStream.of(five).limit(4).toArray())))
                .hasSize(4);
    }

    @Test
    void nobodyShowsAPictureOfSomebodyElse() {
        long hers = upload(bella, "").id();
        long her = post(bella, upload(bella, "").id());
        long inHerBark = shown(rex, her).getFirst().id();

        refuses(MediaProblem.NOT_THERE, hers);
        refuses(MediaProblem.NOT_THERE, inHerBark);
        refuses(MediaProblem.NOT_THERE, Long.MAX_VALUE);
        refuses(MediaProblem.NOT_THERE, 0);
        refuses(MediaProblem.NOT_THERE, -1);

        assertThat(barksOf(rex)).isZero();
        assertThat(shown(rex, her)).hasSize(1);
        assertThat(shown(bella, post(bella, hers))).hasSize(1);
    }

    @Test
    void aPictureStandsInOneBarkOnce() {
        long one = upload(rex, "").id();
        refuses(MediaProblem.NOT_THERE, one, one);
        long bark = post(rex, one);

        refuses(MediaProblem.NOT_THERE, one);

        assertThat(shown(rex, bark)).hasSize(1);
        assertThat(barksOf(rex)).isEqualTo(1);
    }

    @Test
    void ofTwoBarksAtTheSameMomentOneGetsThePicture() {
        long one = upload(rex, "").id();
        long other = upload(rex, "").id();

        List<Boolean> posted = AtOnce.run(8, i -> {
            try {
                post(rex, i % 2 == 0 ? new long[] {one, other} : new long[] {other, one});
                return true;
            } catch (MediaRefused taken) {
                return false;
            }
        });

        assertThat(posted).containsOnlyOnce(true);
        assertThat(barksOf(rex)).isEqualTo(1);
    }

    @Test
    void theSameBarkSentAgainKeepsItsPictures() {
        NewBark bark = showing("Look", new Attachment(upload(rex, "").id(), Optional.empty()));

        long id = barks.post(rex, bark);

        assertThat(barks.post(rex, bark)).isEqualTo(id);
        assertThat(shown(rex, id)).hasSize(1);
    }

    @Test
    void anEditKeepsThePicturesAndADeletionTakesThemAlong() {
        Media kept = upload(rex, "");
        long bark = post(rex, kept.id());
        barks.edit(rex, bark, new BarkText("Look here"), Optional.empty());
        assertThat(shown(bella, bark)).containsExactly(kept);

        barks.delete(rex, bark);

        assertThat(isStored(kept.id())).isFalse();
        assertThat(images(kept.id())).isZero();
        assertThat(media.find(rex, kept.id())).isEmpty();
    }

    @Test
    void aBarkThatIsTakenBackLeavesItsPicturesForAnother() {
        Media ball = upload(rex, "A ball");
        Media couch = upload(rex, "");
        long bark = post(rex, couch.id(), ball.id());
        assertThatExceptionOfType(NotYourBark.class).isThrownBy(() -> barks.takeBack(bella, bark));

        assertThat(barks.takeBack(rex, bark)).containsExactly(couch, ball);

        assertThat(barksOf(rex)).isZero();
        assertThat(media.find(bella, ball.id())).isEmpty();
        assertThat(shown(bella, post(rex, ball.id(), couch.id()))).containsExactly(ball, couch);
    }

    @Test
    void whoMayReadTheBarkMaySeeThePicture() {
        long unattached = upload(rex, "").id();
        assertThat(media.find(rex, unattached)).isPresent();
        assertThat(media.find(bella, unattached)).isEmpty();

        post(rex, unattached);
        assertThat(media.find(bella, unattached)).isPresent();

        blocks.block(rex, bella.username());
        assertThat(media.find(bella, unattached)).isEmpty();
        assertThat(media.find(rex, unattached)).isPresent();
        blocks.unblock(rex, bella.username());
        assertThat(media.find(bella, unattached)).isPresent();
        blocks.block(bella, rex.username());
        assertThat(media.find(bella, unattached)).isEmpty();
    }

    @Test
    void whatNoBarkShowsGoesAfterADay() {
        long forgotten = upload(rex, "").id();
        long shown = upload(rex, "").id();
        post(rex, shown);

        sweepAfter(UnattachedMedia.KEPT.minusMinutes(10));
        assertThat(isStored(forgotten)).isTrue();
        sweepAfter(UnattachedMedia.KEPT.plusMinutes(10));

        assertThat(isStored(forgotten)).isFalse();
        assertThat(images(forgotten)).isZero();
        assertThat(isStored(shown)).isTrue();
    }

    @Test
    void withAnAccountGoesWhatNoBarkShowsAndWithItsBarksTheRest() {
        long unattached = upload(rex, "").id();
        long shown = upload(rex, "").id();
        post(rex, shown);
        Viewer otto = signUp("otto");
        long ofOtto = upload(otto, "").id();
        post(otto, ofOtto);

        close(rex, false);
        close(otto, true);

        assertThat(isStored(unattached)).isFalse();
        assertThat(isStored(shown)).isTrue();
        assertThat(isStored(ofOtto)).isFalse();
        assertThat(images(ofOtto)).isZero();
    }

    @Test
    void aDayHasRoomForSoManyAndWhatIsRefusedCounts() {
        for (int i = 0; i < 11; i++) {
            upload(rex, "");
        }
        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> upload(rex, new byte[] {1}, ""))
                .extracting(ImageRefused::problem)
                .isEqualTo(ImageProblem.UNKNOWN_FORMAT);

        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> upload(rex, ""));
        assertThat(upload(bella, "").width()).isEqualTo(30);
    }

    @Test
    void aDescriptionIsTextOfABoundedLength() {
        assertThat(new AltText(" A ball\r\n ").value()).isEqualTo("A ball");
        assertThat(new AltText("\u200b ").value()).isEmpty();
        assertThat(new AltText("🐾".repeat(1_000)).value()).hasSize(2_000);
        for (String wrong : List.of("a".repeat(1_001), "a\u0301".repeat(1_001), "x".repeat(1 << 20))) {
            assertThatExceptionOfType(MediaRefused.class)
                    .isThrownBy(() -> new AltText(wrong))
                    .extracting(MediaRefused::problem)
                    .isEqualTo(MediaProblem.ALT_TOO_LONG);
        }
        assertThatExceptionOfType(MediaRefused.class)
                .isThrownBy(() -> new AltText("a\0b"))
                .extracting(MediaRefused::problem)
                .isEqualTo(MediaProblem.ALT_CONTROL_CHARACTERS);
        assertThat(shown(rex, post(rex, upload(rex, "🐾".repeat(1_000)).id())))
                .extracting(Media::alt)
                .containsExactly("🐾".repeat(1_000));
    }

    @Test
    void theTabOfAProfileShowsWhatHasPicturesAndGoesOnWhereItEnded() {
        post(rex);
        long first = post(rex, upload(rex, "").id());
        long second = post(rex, upload(rex, "").id(), upload(rex, "").id());
        post(bella, upload(bella, "").id());

        var page = timeline.mediaOf(bella, rex.id(), Timeline.NEWEST, 1);

        assertThat(page.barks()).extracting(card -> card.id()).containsExactly(second);
        assertThat(page.more()).isTrue();
        var rest = timeline.mediaOf(bella, rex.id(), page.next(), 20);
        assertThat(rest.barks()).extracting(card -> card.id()).containsExactly(first);
        assertThat(rest.more()).isFalse();
        blocks.block(rex, bella.username());
        assertThat(timeline.mediaOf(bella, rex.id(), Timeline.NEWEST, 20).barks())
                .isEmpty();
    }

    private void sweepAfter(Duration pause) {
        new UnattachedMedia(table, Clock.offset(Clock.systemUTC(), pause)).removeOld();
    }

    private void refuses(MediaProblem problem, long... ids) {
        assertThatExceptionOfType(MediaRefused.class)
                .isThrownBy(() -> post(rex, ids))
                .extracting(MediaRefused::problem)
                .isEqualTo(problem);
    }

    private long post(Viewer author, long... ids) {
        return barks.post(
                author,
                showing(
                        "Look",
                        LongStream.of(ids)
                                .mapToObj(id -> new Attachment(id, Optional.empty()))
                                .toArray(Attachment[]::new)));
    }

    private static NewBark showing(String text, Attachment... attachments) {
        return new NewBark(
                new BarkText(text), UUID.randomUUID(), Optional.empty(), Optional.empty(), List.of(attachments));
    }

    private List<Media> shown(Viewer reader, long barkId) {
        return timeline.card(reader, barkId).orElseThrow().media();
    }

    private Media upload(Viewer author, String alt) {
        return upload(author, PHOTO, alt);
    }

    private Media upload(Viewer author, byte[] file, String alt) {
        try (Upload received = media.receive(author, new ByteArrayInputStream(file))) {
            return media.keep(author, received, new AltText(alt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Viewer signUp(String dog) {
        return new Dogs(accounts)
                .signUp(dog + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private void close(Viewer dog, boolean withBarks) {
        ownAccount.close(new OpenSignIns(signIns, jdbc).open(dog, OpenSignIns.OFFICE), withBarks);
    }

    private boolean isStored(long id) {
        return count("select count(*) from media where id = " + id) == 1;
    }

    private long images(long id) {
        return count("select count(*) from media_images where media_id = " + id);
    }

    private long barksOf(Viewer dog) {
        return count("select count(*) from barks where author_id = " + dog.id());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
