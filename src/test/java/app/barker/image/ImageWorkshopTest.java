package app.barker.image;

import static app.barker.image.ImageProblem.BUSY;
import static app.barker.image.ImageProblem.TOO_LARGE;
import static app.barker.image.ImageProblem.TOO_MANY_PIXELS;
import static app.barker.image.ImageProblem.UNKNOWN_FORMAT;
import static app.barker.image.ImageProblem.UNREADABLE;
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

class ImageWorkshopTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static final int MEGABYTE = 1_000_000;

    private static final int SIDE = 256;

    private final ImageWorkshop images = new ImageWorkshop();

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
                        .middle(1_024)
                        .getWidth())
                .isBetween(1_024, 2_047);
        assertThat(new UploadedImage(file(quarters(600, 400), "jpeg"))
                        .middle(1_024)
                        .getWidth())
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
                .isThrownBy(() -> images.square(endless, SIDE))
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
        byte[] whole = file(noise(200, 200), format);
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
        ImageWorkshop watched = new ImageWorkshop(4, Duration.ofMinutes(1)) {
            @Override
            byte[] drawSquare(UploadedImage image, int side) throws IOException {
                most.accumulateAndGet(drawing.incrementAndGet(), Math::max);
                try {
                    return super.drawSquare(image, side);
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
        ImageWorkshop crowded = new ImageWorkshop(0, Duration.ofMillis(1));

        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> make(crowded, file(quarters(30, 30), "png")))
                .extracting(ImageRefused::problem)
                .isEqualTo(BUSY);
    }

    @Test
    void whoIsRefusedGivesTheTurnBack() {
        ImageWorkshop narrow = new ImageWorkshop(1, Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> make(narrow, new byte[0]));
            assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> make(narrow, pngThatDeclares(5, 5)));
        }

        assertThat(make(narrow, file(quarters(30, 30), "png"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void keepsAllThatThereIsToSee(String format) {
        DrawnImage small = whole(file(quarters(300, 200), format), MEGABYTE);
        DrawnImage wide = whole(file(quarters(5000, 1000), format), MEGABYTE);
        DrawnImage line = whole(file(quarters(2, 20_000), format), MEGABYTE);

        assertSize(small, 300, 200);
        assertSize(wide, 2_048, 410);
        assertSize(line, 1, 2_048);
        assertThat("" + colorAt(wide.jpeg(), 100, 100) + colorAt(wide.jpeg(), 1_900, 100)
                        + colorAt(wide.jpeg(), 100, 300) + colorAt(wide.jpeg(), 1_900, 300))
                .isEqualTo("RGBY");
    }

    @ParameterizedTest
    @CsvSource({"1, 90, 60, RGBY", "3, 90, 60, YBGR", "6, 60, 90, BRYG", "8, 60, 90, GYRB"})
    void isWholeAndUprightHoweverTheCameraWasHeld(int orientation, int width, int height, String quarters) {
        DrawnImage upright = whole(withExif(file(quarters(90, 60), "jpeg"), orientation), MEGABYTE);

        assertSize(upright, width, height);
        assertThat("" + colorAt(upright.jpeg(), 10, 10) + colorAt(upright.jpeg(), width - 10, 10)
                        + colorAt(upright.jpeg(), 10, height - 10) + colorAt(upright.jpeg(), width - 10, height - 10))
                .isEqualTo(quarters);
    }

    @Test
    void nothingThatIsNotToBeSeenIsKeptOfTheWholeEither() {
        byte[] html = "<html><script>alert('woof')</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] zip = "PK\u0003\u0004 evil.jar".getBytes(StandardCharsets.ISO_8859_1);
        byte[] photo = withSegment(withExif(file(quarters(300, 300), "jpeg"), 6), 0xFE, html);
        byte[] gif = join(file(quarters(300, 300), "gif"), html, zip);
        assertThat(text(photo)).contains("Exif", Pictures.SECRET, "script");

        for (byte[] polyglot : List.of(join(photo, html, zip), gif)) {
            byte[] drawn = whole(polyglot, MEGABYTE).jpeg();

            assertThat(text(drawn)).doesNotContain("Exif", Pictures.SECRET, "script", "PK\u0003");
            assertThat(markersBeforeTheScan(drawn)).containsOnly(0xE0, 0xDB, 0xC0, 0xC4);
        }
    }

    @Test
    void theWholeOfAnAnimationIsItsFirstPicture() {
        byte[] animation = animation(plain(300, 300, Color.GREEN), plain(300, 300, Color.RED));

        assertThat(colorAt(whole(animation, MEGABYTE).jpeg(), 128, 128)).isEqualTo('G');
    }

    @Test
    void whatIsTooLargeAFileIsDrawnWithLessUntilItFits() {
        byte[] noise = file(noise(600, 400), "png");
        assertThat(whole(noise, MEGABYTE).jpeg()).hasSizeGreaterThan(100_000);

        DrawnImage fitting = whole(noise, 30_000);

        assertThat(fitting.jpeg()).hasSizeLessThanOrEqualTo(30_000);
        assertThat(fitting.width()).isLessThan(600);
        assertSize(fitting, fitting.width(), fitting.height());
        assertThat((double) fitting.width() / fitting.height()).isBetween(1.45, 1.55);
    }

    @Test
    void decodesLargePicturesAlone() {
        assertThat(new UploadedImage(file(quarters(2000, 2000), "jpeg")).needsRoom(2_048))
                .isFalse();
        assertThat(new UploadedImage(file(quarters(6200, 3000), "jpeg")).needsRoom(2_048))
                .isFalse();
        assertThat(new UploadedImage(file(quarters(4000, 3000), "jpeg")).needsRoom(2_048))
                .isTrue();
        assertThat(new UploadedImage(progressive(quarters(30, 30))).needsRoom(2_048))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "8200, 5000", "20001, 1"})
    void refusesABombBeforeTheWholeOfItGoesOff(int width, int height) {
        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> whole(pngThatDeclares(width, height), MEGABYTE))
                .extracting(ImageRefused::problem)
                .isEqualTo(TOO_MANY_PIXELS);
    }

    private void refuses(byte[] upload, ImageProblem problem) {
        assertThatExceptionOfType(ImageRefused.class)
                .isThrownBy(() -> make(upload))
                .extracting(ImageRefused::problem)
                .isEqualTo(problem);
    }

    private byte[] make(byte[] upload) {
        return make(images, upload);
    }

    private static byte[] make(ImageWorkshop workshop, byte[] upload) {
        try {
            return workshop.square(new ByteArrayInputStream(upload), SIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DrawnImage whole(byte[] upload, int mostBytes) {
        try (Upload file = images.receive(new ByteArrayInputStream(upload))) {
            return images.whole(file, 2_048, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSize(DrawnImage drawn, int width, int height) {
        BufferedImage opened = open(drawn.jpeg());
        assertThat(List.of(drawn.width(), drawn.height(), opened.getWidth(), opened.getHeight()))
                .containsExactly(width, height, width, height);
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(1);
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            noise.setRGB(i % width, i / width, random.nextInt(0x1000000));
        }
        return noise;
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
