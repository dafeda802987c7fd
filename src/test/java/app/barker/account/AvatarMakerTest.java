package app.barker.account;

import static app.barker.account.ImageProblem.BUSY;
import static app.barker.account.ImageProblem.TOO_LARGE;
import static app.barker.account.ImageProblem.TOO_MANY_PIXELS;
import static app.barker.account.ImageProblem.UNKNOWN_FORMAT;
import static app.barker.account.ImageProblem.UNREADABLE;
import static app.barker.testing.Pictures.animation;
import static app.barker.testing.Pictures.file;
import static app.barker.testing.Pictures.join;
import static app.barker.testing.Pictures.open;
import static app.barker.testing.Pictures.part;
import static app.barker.testing.Pictures.plain;
import static app.barker.testing.Pictures.pngThatDeclares;
import static app.barker.testing.Pictures.progressive;
import static app.barker.testing.Pictures.quarters;
import static app.barker.testing.Pictures.withExif;
import static app.barker.testing.Pictures.withScans;
import static app.barker.testing.Pictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import app.barker.testing.AtOnce;
import app.barker.testing.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarMakerTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final AvatarMaker avatars = new AvatarMaker();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void makesASquareJpegOfEveryKindOfPicture(String format) {
        for (BufferedImage picture : List.of(
                quarters(256, 256), quarters(3000, 2000), quarters(100, 900), quarters(2, 2), quarters(1, 5000))) {
            byte[] avatar = make(file(picture, format));

            assertThat(avatar).startsWith(0xFF, 0xD8, 0xFF).hasSizeLessThan(50_000);
            assertThat(open(avatar).getWidth()).isEqualTo(256);
            assertThat(open(avatar).getHeight()).isEqualTo(256);
        }
        assertQuarters(make(file(quarters(3000, 2000), format)), "RGBY");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void takesEveryDepthOfColour(int type) {
        BufferedImage picture = new BufferedImage(400, 300, type);
        picture.getGraphics().drawImage(plain(400, 300, Color.WHITE), 0, 0, null);

        assertThat(colorAt(make(file(picture, "png")), 128, 128)).isEqualTo('W');
    }

    @Test
    void takesAPhotoThatComesBetterAndBetter() {
        assertQuarters(make(progressive(quarters(1200, 900))), "RGBY");
    }

    @Test
    void showsTheMiddle() {
        BufferedImage wide = plain(3000, 1000, Color.BLUE);
        wide.getGraphics().drawImage(quarters(1000, 1000), 1000, 0, null);
        BufferedImage tall = plain(1000, 3000, Color.BLUE);
        tall.getGraphics().drawImage(quarters(1000, 1000), 0, 1000, null);

        assertQuarters(make(file(wide, "png")), "RGBY");
        assertQuarters(make(file(tall, "png")), "RGBY");
    }

    @Test
    void decodesNoMoreThanIsEnough() {
        assertThat(new UploadedImage(file(quarters(6000, 4000), "jpeg"))
                        .middle()
                        .getWidth())
                .isBetween(1_024, 2_047);
        assertThat(new UploadedImage(file(quarters(600, 400), "jpeg")).middle().getWidth())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void isOnWhiteWhereAPictureIsTransparent(String format) {
        byte[] nothing = file(new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB), format);

        assertThat(colorAt(make(nothing), 128, 128)).isEqualTo('W');
    }

    @Test
    void anAnimationIsItsFirstPicture() {
        byte[] animation = animation(plain(300, 300, Color.GREEN), plain(300, 300, Color.RED));

        assertThat(colorAt(make(animation), 128, 128)).isEqualTo('G');
    }

    /** The numbers of EXIF 2.3, tag 0x0112: where the first row and the first column of the file belong. */
    @ParameterizedTest
    @CsvSource({
        "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB", "0, RGBY", "9, RGBY"
    })
    void isUprightHoweverTheCameraWasHeld(int orientation, String quarters) {
        assertQuarters(make(withExif(file(quarters(900, 600), "jpeg"), orientation)), quarters);
    }

    @Test
    void garbledMetadataDoNoHarm() {
        byte[] photo = file(quarters(300, 300), "jpeg");
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] garbled = new byte[random.nextInt(60)];
            random.nextBytes(garbled);
            byte[] exif = join("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1), garbled);

            assertThatNoException().isThrownBy(() -> make(withSegment(photo, 0xE1, exif)));
        }
    }

    @Test
    void nothingOfTheMetadataIsKept() {
        byte[] photo = withSegment(
                withExif(file(quarters(900, 600), "jpeg"), 6), 0xFE, "a comment".getBytes(StandardCharsets.UTF_8));
        assertThat(text(photo)).contains("Exif", Pictures.SECRET, "a comment");

        byte[] avatar = make(photo);

        assertThat(text(avatar)).doesNotContain("Exif", Pictures.SECRET, "a comment");
        // Start, JFIF, tables, frame, scan: no segment that could say more.
        assertThat(markersBeforeTheScan(avatar)).containsOnly(0xE0, 0xDB, 0xC0, 0xC4);
    }

    @Test
    void whatIsAppendedIsDropped() {
        byte[] html = "<html><script>alert('woof')</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] photo = file(quarters(300, 300), "jpeg");
        byte[] polyglot = join(withSegment(photo, 0xFE, html), html, file(quarters(10, 10), "png"));

        byte[] avatar = make(polyglot);

        assertThat(text(avatar)).doesNotContain("script", "html", "PNG");
        assertQuarters(avatar, "RGBY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rex.png",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<html><img src='rex.png'></html>",
                "GIF",
                "\u0089PNG",
                "%PDF-1.7",
                "RIFF\0\0\0\0WEBPVP8 ",
                "\0\0\0\u0018ftypheic"
            })
    void refusesWhatIsNoPictureWhateverItIsCalled(String content) {
        refuses(content.getBytes(StandardCharsets.ISO_8859_1), UNKNOWN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "tiff"})
    void refusesOtherFormatsThatItsLibraryCouldRead(String format) {
        byte[] picture = file(quarters(30, 30), format);
        assertThat(open(picture)).isNotNull();

        refuses(picture, UNKNOWN_FORMAT);
    }

    @Test
    void takesTenMegabytesAndNotAByteMore() {
        byte[] picture = file(quarters(300, 300), "png");

        assertQuarters(make(Arrays.copyOf(picture, TEN_MEGABYTES)), "RGBY");
        refuses(Arrays.copyOf(picture, TEN_MEGABYTES + 1), TOO_LARGE);
    }

    @Test
    void readsNoMoreOfAnEndlessUploadThanItTakes() {
        AtomicInteger read = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'w';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return length;
            }
        };

        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> avatars.make(endless))
                .extracting(ImageRefused::problem)
                .isEqualTo(TOO_LARGE);
        assertThat(read).hasValue(TEN_MEGABYTES + 1);
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "8200, 5000", "40000001, 1", "20001, 1", "1, 20001", "2147483647, 2147483647"})
    void refusesABombBeforeItGoesOff(int width, int height) {
        byte[] bomb = pngThatDeclares(width, height);
        assertThat(bomb).hasSizeLessThan(100);

        // Had a pixel been looked for, it would be unreadable instead.
        refuses(bomb, TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"8000, 5000", "20000, 2000", "1, 20000"})
    void looksForPixelsWhereThereAreFewEnough(int width, int height) {
        refuses(pngThatDeclares(width, height), UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 0", "-1, 5", "0, 0"})
    void refusesAPictureWithoutASize(int width, int height) {
        refuses(pngThatDeclares(width, height), UNREADABLE);
    }

    @Test
    void refusesBombsOfTheOtherFormats() {
        byte[] gif = file(quarters(30, 30), "gif");
        int descriptor = text(gif).indexOf(",\0\0\0\0");
        Arrays.fill(gif, descriptor + 5, descriptor + 9, (byte) 0xFF);
        refuses(gif, TOO_MANY_PIXELS);

        byte[] jpeg = file(quarters(30, 30), "jpeg");
        int frame = text(jpeg).indexOf("\u00FF\u00C0");
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xEA);
        refuses(jpeg, TOO_MANY_PIXELS);
    }

    @Test
    void refusesAPictureThatWouldBeDrawnAThousandTimes() {
        byte[] photo = progressive(quarters(64, 64));
        assertQuarters(make(withScans(photo, 1)), "RGBY");

        refuses(withScans(photo, 1_000), UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void refusesHalfAPicture(String format) {
        Random random = new Random(1);
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200 * 200; i++) {
            noise.setRGB(i % 200, i / 200, random.nextInt(0x1000000));
        }
        byte[] whole = file(noise, format);
        assertThatNoException().isThrownBy(() -> make(whole));

        refuses(part(whole, 0, whole.length / 2), UNREADABLE);
        refuses(part(whole, 0, 10), UNREADABLE);
    }

    /** Whatever a file does to the decoders, the one who sent it is told that it is broken. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void isNotUpsetByGarbage(String format) {
        byte[] whole = file(quarters(64, 64), format);
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] garbled = whole.clone();
            for (int j = 0; j < 1 + i % 5; j++) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(make(garbled)).isNotEmpty();
            } catch (ImageRefused broken) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void drawsTwoAtATimeHoweverManyUpload() {
        AtomicInteger drawing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AvatarMaker watched = new AvatarMaker(4, Duration.ofMinutes(1)) {
            @Override
            byte[] draw(UploadedImage image) throws IOException {
                most.accumulateAndGet(drawing.incrementAndGet(), Math::max);
                try {
                    return super.draw(image);
                } finally {
                    drawing.decrementAndGet();
                }
            }
        };
        byte[] photo = file(quarters(4000, 3000), "jpeg");

        List<byte[]> made = AtOnce.run(20, i -> make(watched, photo));

        assertThat(made).hasSize(20).allSatisfy(avatar -> assertQuarters(avatar, "RGBY"));
        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void saysThatItIsBusyToWhoGetsNoTurn() {
        AvatarMaker crowded = new AvatarMaker(0, Duration.ofMillis(1));

        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> make(crowded, file(quarters(30, 30), "png")))
                .extracting(ImageRefused::problem)
                .isEqualTo(BUSY);
    }

    @Test
    void whoIsRefusedGivesTheTurnBack() {
        AvatarMaker narrow = new AvatarMaker(1, Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> make(narrow, new byte[0]));
            assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> make(narrow, pngThatDeclares(5, 5)));
        }

        assertThat(make(narrow, file(quarters(30, 30), "png"))).isNotEmpty();
    }

    private void refuses(byte[] upload, ImageProblem problem) {
        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> make(upload))
                .extracting(ImageRefused::problem)
                .isEqualTo(problem);
    }

    private byte[] make(byte[] upload) {
        return make(avatars, upload);
    }

    private static byte[] make(AvatarMaker maker, byte[] upload) {
        try {
            return maker.make(new ByteArrayInputStream(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Row by row: R, G, B, Y. */
    private static void assertQuarters(byte[] avatar, String expected) {
        String found = "" + colorAt(avatar, 64, 64) + colorAt(avatar, 192, 64) + colorAt(avatar, 64, 192)
                + colorAt(avatar, 192, 192);
        assertThat(found).isEqualTo(expected);
    }

    private static char colorAt(byte[] avatar, int x, int y) {
        Color color = new Color(open(avatar).getRGB(x, y));
        boolean red = color.getRed() > 200;
        boolean green = color.getGreen() > 200;
        boolean blue = color.getBlue() > 200;
        if (red && green) {
            return blue ? 'W' : 'Y';
        }
        return red ? 'R' : green ? 'G' : blue ? 'B' : '?';
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static List<Integer> markersBeforeTheScan(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        return markers;
    }
}
