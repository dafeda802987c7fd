package app.barker.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes pictures of what people upload, by drawing it anew: whatever else was in the file stays behind. A few at a time, so
 * that a crowd of uploads takes neither the heap nor the cores from those who only read.
 */
@Component
public class ImageWorkshop {

    /** In bytes of a file that is uploaded. */
    public static final int LARGEST_UPLOAD = UploadedImage.LARGEST;

    private static final double QUALITY = 0.85;

    /** What is too large a file at this is drawn smaller instead. */
    private static final double LOWEST_QUALITY = 0.5;

    private static final double SMALLER = 0.7;

    /** How many files are in memory at once; each may come slowly. */
    private static final int UPLOADS = 4;

    /** How many are decoded at once. */
    private static final int DECODERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore uploads;
    private final Semaphore decoders = new Semaphore(DECODERS, true);
    private final Duration patience;

    private interface Drawing<T> {
        T of(UploadedImage image) throws IOException;
    }

    @Autowired
    ImageWorkshop() {
        this(UPLOADS, PATIENCE);
    }

    ImageWorkshop(int uploads, Duration patience) {
        this.uploads = new Semaphore(uploads, true);
        this.patience = patience;
        // In memory: the folder for temporary files need not be writable.
        ImageIO.setUseCache(false);
    }

    /**
     * Takes a file into memory, and no more of it than it takes to find it too large.
     *
     * @throws ImageRefused when there is no turn within some seconds
     * @throws IOException when the stream breaks
     */
    public Upload receive(InputStream file) throws IOException {
        take(uploads, 1);
        boolean isHere = false;
        try {
            Upload upload = new Upload(file.readNBytes(LARGEST_UPLOAD + 1), uploads::release);
            isHere = true;
            return upload;
        } finally {
            if (!isHere) {
                uploads.release();
            }
        }
    }

    /**
     * Makes a square JPEG picture of the middle of a PNG, JPEG or GIF file.
     *
     * @param side in pixels
     * @throws ImageRefused when it is none, or too large, or broken, or when there is no turn within some seconds
     * @throws IOException when the stream breaks
     */
    public byte[] square(InputStream file, int side) throws IOException {
        try (Upload upload = receive(file)) {
            // No pixel is decoded that the square would not show, four times over.
            return inTurn(upload, 4 * side, image -> drawSquare(image, side));
        }
    }

    /**
     * Makes a JPEG picture of all of a PNG, JPEG or GIF file, of an animation the first picture.
     *
     * @param longestSide in pixels; what is smaller keeps its size
     * @param mostBytes of the picture that is made
     * @throws ImageRefused when it is none, or too large, or broken, or when there is no turn within some seconds
     */
    public DrawnImage whole(Upload upload, int longestSide, int mostBytes) {
        return inTurn(upload, longestSide, image -> drawWhole(image, longestSide, mostBytes));
    }

    private <T> T inTurn(Upload upload, int enough, Drawing<T> drawing) {
        UploadedImage image = new UploadedImage(upload.bytes());
        int turns = image.needsRoom(enough) ? DECODERS : 1;
        take(decoders, turns);
        try {
            return drawing.of(image);
        } catch (IOException impossible) {
            // All of it is in memory.
            throw new UncheckedIOException(impossible);
        } finally {
            decoders.release(turns);
        }
    }

    byte[] drawSquare(UploadedImage image, int side) throws IOException {
        BufferedImage middle = image.middle(4 * side);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(onWhite(middle, middle.getWidth(), middle.getHeight()))
                .forceSize(side, side)
                .addFilter(ExifFilterUtils.getFilterForOrientation(image.orientation()))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static DrawnImage drawWhole(UploadedImage image, int longestSide, int mostBytes) throws IOException {
        BufferedImage decoded = image.whole(longestSide);
        double scale = Math.min(1, (double) longestSide / Math.max(decoded.getWidth(), decoded.getHeight()));
        BufferedImage picture =
                ExifFilterUtils.getFilterForOrientation(image.orientation()).apply(scaled(decoded, scale));
        double quality = QUALITY;
        byte[] jpeg = jpeg(picture, quality);
        while (jpeg.length > mostBytes) {
            if (quality > LOWEST_QUALITY) {
                quality = LOWEST_QUALITY;
            } else {
                picture = scaled(picture, SMALLER);
            }
            jpeg = jpeg(picture, quality);
        }
        return new DrawnImage(jpeg, picture.getWidth(), picture.getHeight());
    }

    private static byte[] jpeg(BufferedImage picture, double quality) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(quality)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        return onWhite(picture, Math.max(1, (int) Math.round(scale * picture.getWidth())), Math.max(1, (int)
                Math.round(scale * picture.getHeight())));
    }

    private static BufferedImage onWhite(BufferedImage picture, int width, int height) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } catch (RuntimeException broken) {
            // A colour profile can be garbage too.
            throw new ImageRefused(ImageProblem.UNREADABLE, broken);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private void take(Semaphore semaphore, int turns) {
        try {
            if (!semaphore.tryAcquire(turns, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ImageRefused(ImageProblem.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImageRefused(ImageProblem.BUSY, stopped);
        }
    }
}
