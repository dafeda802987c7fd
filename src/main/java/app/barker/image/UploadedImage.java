package app.barker.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A picture as somebody sent it, found harmless before anything of it was decoded: of a known format, whatever its name or
 * declared type; small in bytes and in pixels; drawn in a few strokes.
 */
final class UploadedImage {

    /** In bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** What cameras and phones make today. */
    static final int MOST_PIXELS = 40_000_000;

    /** In pixels. */
    static final int LONGEST_SIDE = 20_000;

    /**
     * Of a JPEG file: the decoder draws the whole picture once for each, which takes a quarter of a second at most pixels.
     * Files that come better and better have some ten; one of ten megabytes could have thousands.
     */
    static final int MOST_SCANS = 20;

    /** In pixels: what is decoded beside another one. Of a PNG with sixteen bits a colour each takes eight bytes. */
    private static final long SMALL = 2_048L * 2_048;

    private enum Format {
        PNG("\u0089PNG\r\n\u001A\n"),
        JPEG("\u00FF\u00D8\u00FF"),
        GIF("GIF8");

        private final String signature;

        Format(String signature) {
            this.signature = signature;
        }

        static Optional<Format> of(byte[] bytes) {
            String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(format -> start.startsWith(format.signature))
                    .findFirst();
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private final byte[] bytes;
    private final Format format;
    private final JpegMarkers markers;
    private final int width;
    private final int height;

    /** @throws ImageRefused when it is not harmless */
    UploadedImage(byte[] upload) {
        if (upload.length > LARGEST) {
            throw new ImageRefused(ImageProblem.TOO_LARGE);
        }
        bytes = upload;
        format = Format.of(upload).orElseThrow(() -> new ImageRefused(ImageProblem.UNKNOWN_FORMAT));
        markers = format == Format.JPEG ? JpegMarkers.of(upload) : new JpegMarkers(Orientation.TOP_LEFT, 1, true);
        if (!markers.complete() || markers.scans() > MOST_SCANS) {
            throw new ImageRefused(ImageProblem.UNREADABLE);
        }
        int[] size = read(reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
        width = size[0];
        height = size[1];
        if (width < 1 || height < 1) {
            throw new ImageRefused(ImageProblem.UNREADABLE);
        }
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new ImageRefused(ImageProblem.TOO_MANY_PIXELS);
        }
    }

    /** Which way it was held. */
    Orientation orientation() {
        return markers.orientation();
    }

    /**
     * Whether decoding takes so much memory that nothing else should be decoded meanwhile: a JPEG file that comes better and
     * better needs room for all of its pixels, outside of the heap, up to six bytes each. All others are read line by line.
     */
    boolean needsRoom(int enough) {
        long step = step(Math.max(width, height), enough);
        return markers.scans() > 1 || width / step * (height / step) > SMALL;
    }

    /**
     * Decodes the square in the middle, leaving out every so many pixels that no more than twice as many as enough remain a
     * side.
     *
     * @throws ImageRefused when it is broken
     */
    BufferedImage middle(int enough) {
        int side = Math.min(width, height);
        return decode(new Rectangle((width - side) / 2, (height - side) / 2, side, side), enough);
    }

    /**
     * Decodes all that there is to see, in the same way.
     *
     * @throws ImageRefused when it is broken
     */
    BufferedImage whole(int enough) {
        return decode(new Rectangle(width, height), enough);
    }

    private BufferedImage decode(Rectangle region, int enough) {
        int step = step(Math.max(region.width, region.height), enough);
        return read(reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(region);
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        });
    }

    private static int step(int longestSide, int enough) {
        return Math.max(1, longestSide / enough);
    }

    /** Without its metadata, which can be a bomb of its own. */
    private <T> T read(Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            return reading.from(reader);
        } catch (IOException | RuntimeException broken) {
            // The decoders stumble over garbage in many ways.
            throw new ImageRefused(ImageProblem.UNREADABLE, broken);
        } finally {
            reader.dispose();
        }
    }
}
