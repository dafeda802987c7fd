package app.barker.account;

import static app.barker.testing.Pictures.file;
import static app.barker.testing.Pictures.plain;
import static app.barker.testing.Pictures.pngThatDeclares;
import static app.barker.testing.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.barker.image.ImageRefused;
import app.barker.testing.AtOnce;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ProfileServiceTest {

    private static final Viewer GHOST = new Viewer(Long.MAX_VALUE, "ghost", Role.ADMIN);

    private static final Bio NO_BIO = new Bio("");

    @Autowired
    ProfileService profiles;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountRepository repository;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    String unique;
    Viewer rex;
    Viewer bella;

    @BeforeEach
    void twoDogs() {
        unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
    }

    @Test
    void whoSaysNothingIsCalledByTheUsername() {
        Profile profile = profiles.of(rex);

        assertThat(profile.id()).isEqualTo(rex.id());
        assertThat(profile.username()).isEqualTo(rex.username());
        assertThat(profile.displayName()).isEqualTo(rex.username());
        assertThat(profile.bio()).isEmpty();
        assertThat(profile.avatarVersion()).isEmpty();
        assertThat(profiles.find(rex.username())).contains(profile);
    }

    @Test
    void isFoundInUpperCaseToo() {
        assertThat(profiles.find(rex.username().toUpperCase(Locale.ROOT))).contains(profiles.of(rex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody-here", "no such name", "\u0000", "rex\u0000", "'; drop table users; --", "\uD83D"})
    void findsNobodyByANameThatIsNone(String name) {
        assertThat(profiles.find(name)).isEmpty();
        assertThat(profiles.find(name.repeat(100_000))).isEmpty();
    }

    @Test
    void whatIsChangedIsShown() {
        profiles.change(rex, new DisplayName("Rex <b>Retriever</b>"), new Bio("I dig.\nThat is all."));

        assertThat(profiles.of(rex).displayName()).isEqualTo("Rex <b>Retriever</b>");
        assertThat(profiles.find(rex.username()).orElseThrow().bio()).isEqualTo("I dig.\nThat is all.");
        assertThat(profiles.of(bella).displayName()).isEqualTo(bella.username());
    }

    @Test
    void whatIsTakenBackIsGone() {
        profiles.change(rex, new DisplayName("Rex Retriever"), new Bio("I dig."));

        profiles.change(rex, new DisplayName(" "), NO_BIO);

        assertThat(profiles.of(rex).displayName()).isEqualTo(rex.username());
        assertThat(profiles.of(rex).bio()).isEmpty();
        assertThat(namesOf(profiles.startingWith("Rex Retriever", 8))).doesNotContain(rex.username());
    }

    @Test
    void theLongestThatCanBeSaidIsKeptWhole() {
        // A thumb with three skin tones: four code points of two UTF-16 units.
        String thumb = "\uD83D\uDC4D" + "\uD83C\uDFFD".repeat(3);

        profiles.change(rex, new DisplayName(thumb.repeat(50)), new Bio(thumb.repeat(160)));

        assertThat(profiles.of(rex).displayName()).isEqualTo(thumb.repeat(50));
        assertThat(profiles.of(rex).bio()).isEqualTo(thumb.repeat(160));
    }

    @Test
    void twentyChangesAtOnceAreAllDone() {
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "Rex " + i).toList();

        AtOnce.run(20, i -> {
            profiles.change(rex, new DisplayName(names.get(i)), NO_BIO);
            return i;
        });

        assertThat(profiles.of(rex).displayName()).isIn(names);
    }

    @Test
    void whatChangesElsewhereAtTheSameMomentIsLeftAlone() {
        TransactionTemplate login = new TransactionTemplate(transactions);
        TransactionTemplate meanwhile =
                new TransactionTemplate(transactions, withPropagation(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

        login.executeWithoutResult(tx -> {
            Account read = repository.findById(rex.id()).orElseThrow();
            meanwhile.executeWithoutResult(other -> profiles.change(rex, new DisplayName("Rex Retriever"), NO_BIO));
            read.replacePasswordHash("{argon2}renewed");
        });

        assertThat(profiles.of(rex).displayName()).isEqualTo("Rex Retriever");
        assertThat(repository.findById(rex.id()).orElseThrow().passwordHash()).isEqualTo("{argon2}renewed");
    }

    @Test
    void whoseAccountIsGoneChangesNothing() {
        byte[] picture = file(quarters(30, 30), "png");

        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> profiles.of(GHOST));
        assertThatExceptionOfType(AccountGone.class)
                .isThrownBy(() -> profiles.change(GHOST, new DisplayName("Boo"), NO_BIO));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> setAvatar(GHOST, picture));
        assertThatExceptionOfType(AccountGone.class).isThrownBy(() -> profiles.removeAvatar(GHOST));
        assertThat(jdbc.sql("select count(*) from avatars where account_id = ?")
                        .param(GHOST.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPictureIsServedUnderItsVersion() {
        String version = setAvatar(rex, file(quarters(300, 300), "png"));

        assertThat(version).matches("[0-9a-f]{16}");
        assertThat(profiles.of(rex).avatarVersion()).isEqualTo(version);
        assertThat(profiles.avatar(rex.id(), version))
                .hasValueSatisfying(image -> assertThat(image).startsWith(0xFF, 0xD8));
    }

    @Test
    void theSamePictureHasTheSameVersion() {
        byte[] picture = file(quarters(300, 300), "png");

        assertThat(setAvatar(rex, picture)).isEqualTo(setAvatar(bella, picture));
        assertThat(setAvatar(rex, file(quarters(300, 200), "png"))).isNotEqualTo(setAvatar(bella, picture));
    }

    @Test
    void aReplacedPictureIsGone() {
        String old = setAvatar(rex, file(plain(300, 300, Color.RED), "png"));
        assertThat(profiles.avatar(rex.id(), old)).isPresent();

        String current = setAvatar(rex, file(plain(300, 300, Color.BLUE), "png"));

        assertThat(profiles.avatar(rex.id(), old)).isEmpty();
        assertThat(profiles.avatar(rex.id(), current)).isPresent();
        assertThat(picturesOf(rex)).isEqualTo(1);
    }

    @Test
    void aRemovedPictureIsGone() {
        String version = setAvatar(rex, file(quarters(300, 300), "png"));

        profiles.removeAvatar(rex);
        profiles.removeAvatar(rex);

        assertThat(profiles.of(rex).avatarVersion()).isEmpty();
        assertThat(profiles.avatar(rex.id(), version)).isEmpty();
        assertThat(picturesOf(rex)).isZero();
    }

    @Test
    void aRefusedPictureLeavesTheOldOne() {
        String version = setAvatar(rex, file(quarters(300, 300), "png"));

        assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> setAvatar(rex, pngThatDeclares(60_000, 60_000)));

        assertThat(profiles.of(rex).avatarVersion()).isEqualTo(version);
        assertThat(profiles.avatar(rex.id(), version)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000000000", "../../etc/passwd", "\u0000", "%", "' or '1'='1"})
    void noOtherVersionLeadsToAPicture(String version) {
        String current = setAvatar(rex, file(quarters(300, 300), "png"));

        assertThat(profiles.avatar(rex.id(), version)).isEmpty();
        assertThat(profiles.avatar(rex.id(), current.toUpperCase(Locale.ROOT) + version))
                .isEmpty();
        assertThat(profiles.avatar(bella.id(), current)).isEmpty();
        assertThat(profiles.avatar(-1, current)).isEmpty();
    }

    @Test
    void ofTwentyUploadsAtOnceOneIsWorn() {
        List<byte[]> pictures = IntStream.range(0, 20)
                .mapToObj(i -> file(plain(300, 300, new Color(i * 12, 0, 0)), "png"))
                .toList();

        List<String> versions = AtOnce.run(20, i -> setAvatar(rex, pictures.get(i)));

        String worn = profiles.of(rex).avatarVersion();
        assertThat(versions).doesNotHaveDuplicates().contains(worn);
        assertThat(profiles.avatar(rex.id(), worn)).isPresent();
        assertThat(picturesOf(rex)).isEqualTo(1);
    }

    @Test
    void isCompletedByTheUsername() {
        assertThat(namesOf(profiles.startingWith("rex-" + unique, 8))).containsExactly(rex.username());
        assertThat(namesOf(profiles.startingWith("REX-" + unique.substring(0, 6).toUpperCase(Locale.ROOT), 8)))
                .containsExactly(rex.username());
        assertThat(profiles.startingWith("rex-" + unique + "x", 8)).isEmpty();
        assertThat(profiles.startingWith("ex-" + unique, 8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "Žofie, žof",
        "ΣΟΦΟΣ, σοφοσ",
        "ΣΟΦΟΣ, Σοφος",
        "İzzy, i",
        "Re\u0301x, r\u00E9",
        "汪汪, 汪"
    })
    void isCompletedByTheDisplayNameHoweverItIsWritten(String name, String typed) {
        profiles.change(rex, new DisplayName(name), NO_BIO);
        assertThat(namesOf(profiles.startingWith(typed, 8))).contains(rex.username());

        profiles.change(rex, new DisplayName("x" + name), NO_BIO);
        assertThat(namesOf(profiles.startingWith(typed, 8))).doesNotContain(rex.username());
    }

    @Test
    void percentAndUnderscoreAreJustCharacters() {
        profiles.change(rex, new DisplayName("%_" + unique), NO_BIO);
        profiles.change(bella, new DisplayName("ab" + unique), NO_BIO);

        assertThat(namesOf(profiles.startingWith("%_" + unique, 8))).containsExactly(rex.username());
        assertThat(namesOf(profiles.startingWith("%", 8))).containsExactly(rex.username());
        assertThat(profiles.startingWith("_b" + unique, 8)).isEmpty();
        assertThat(profiles.startingWith("re_-" + unique, 8)).isEmpty();
        assertThat(profiles.startingWith("rex-" + unique + "%", 8)).isEmpty();
        assertThat(profiles.startingWith("\\%", 8)).isEmpty();
    }

    @Test
    void whoIsFoundByBothNamesIsThereOnce() {
        profiles.change(rex, new DisplayName("Rex-" + unique), NO_BIO);

        assertThat(namesOf(profiles.startingWith("rex-" + unique, 8))).containsExactly(rex.username());
    }

    @Test
    void usernamesComeFirst() {
        profiles.change(bella, new DisplayName("REX-" + unique + " is my friend"), NO_BIO);
        Viewer later = new Dogs(accounts).signUp("rex-" + unique + "-2");

        assertThat(namesOf(profiles.startingWith("rex-" + unique, 8)))
                .containsExactly(rex.username(), later.username(), bella.username());
        assertThat(namesOf(profiles.startingWith("rex-" + unique, 2)))
                .containsExactly(rex.username(), later.username());
        assertThat(profiles.startingWith("rex-" + unique, 0)).isEmpty();
        assertThat(profiles.startingWith("rex-" + unique, -1)).isEmpty();
    }

    @Test
    void noMoreThanEightAreOffered() {
        IntStream.range(0, 10).forEach(i -> signUpRaw("dog-" + unique + "-" + i));

        assertThat(namesOf(profiles.startingWith("dog-" + unique, 1_000)))
                .containsExactlyElementsOf(IntStream.range(0, 8)
                        .mapToObj(i -> "dog-" + unique + "-" + i)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\uD83D", "rex\n", "'; drop table users; --", "\uFFFF", "\uDBFF\uDFFF"})
    void anythingMayBeTyped(String typed) {
        assertThat(profiles.startingWith(typed, 8)).isEmpty();
        assertThat(profiles.startingWith(typed.repeat(100_000), 8)).isEmpty();
        assertThat(profiles.startingWith("", 8)).isNotEmpty();
    }

    private String setAvatar(Viewer who, byte[] upload) {
        try {
            return profiles.setAvatar(who, new ByteArrayInputStream(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int picturesOf(Viewer who) {
        return jdbc.sql("select count(*) from avatars where account_id = ?")
                .param(who.id())
                .query(Integer.class)
                .single();
    }

    /** Without the time that a password takes. */
    private void signUpRaw(String username) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        tx -> repository.saveAndFlush(Account.of(new Username(username), "-", Instant.EPOCH)));
    }

    private static List<String> namesOf(List<Profile> people) {
        return people.stream().map(Profile::username).toList();
    }

    private static TransactionDefinition withPropagation(int propagation) {
        var definition = new DefaultTransactionDefinition();
        definition.setPropagationBehavior(propagation);
        return definition;
    }
}
