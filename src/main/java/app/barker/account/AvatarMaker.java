package app.barker.account;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes avatars of what people upload, by drawing it anew: whatever else was in the file stays behind. A few at a time, so
 * that a crowd of uploads takes neither the heap nor the cores from those who only read.
 */
@Component
class AvatarMaker {

    /** In pixels: twice the largest place for one, for fine screens. */
    static final int SIDE = 256;

    private static final double QUALITY = 0.85;

    /** How many files are in memory at once; each may come slowly. */
    private static final int UPLOADS = 4;

    /** How many are decoded at once. */
    private static final int DECODERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore uploads;
    private final Semaphore decoders = new Semaphore(DECODERS, true);
    private final Duration patience;

    @Autowired
    AvatarMaker() {
        this(UPLOADS, PATIENCE);
    }

    AvatarMaker(int uploads, Duration patience) {
        this.uploads = new Semaphore(uploads, true);
        this.patience = patience;
        // In memory: the folder for temporary files need not be writable.
        ImageIO.setUseCache(false);
    }

    /**
     * Takes a PNG, JPEG or GIF file and makes a square JPEG picture of it.
     *
     * @throws ImageRefused when it is none, or too large, or broken, or when there is no turn within some seconds
     * @throws IOException when the stream breaks
     */
    byte[] make(InputStream upload) throws IOException {
        take(uploads, 1);
        try {
            return makeInTurn(new UploadedImage(upload.readNBytes(UploadedImage.LARGEST + 1)));
        } finally {
            uploads.release();
        }
    }

    private byte[] makeInTurn(UploadedImage image) throws IOException {
        int turns = image.needsRoom() ? DECODERS : 1;
        take(decoders, turns);
        try {
            return draw(image);
        } finally {
            decoders.release(turns);
        }
    }

    byte[] draw(UploadedImage image) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(onWhite(image.middle()))
                .forceSize(SIDE, SIDE)
                .addFilter(ExifFilterUtils.getFilterForOrientation(image.orientation()))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.drawImage(picture, 0, 0, Color.WHITE, null);
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
