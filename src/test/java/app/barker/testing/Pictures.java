package app.barker.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as people upload them, and as nobody should. */
public final class Pictures {

    /** Stands in the metadata of {@link #withExif}. */
    public static final String SECRET = "behind the couch";

    private Pictures() {}

    /** Red and green above, blue and yellow below. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        fill(graphics, Color.RED, 0, 0, width / 2, height / 2);
        fill(graphics, Color.GREEN, width / 2, 0, width, height / 2);
        fill(graphics, Color.BLUE, 0, height / 2, width / 2, height);
        fill(graphics, Color.YELLOW, width / 2, height / 2, width, height);
        graphics.dispose();
        return picture;
    }

    /** Of one colour. */
    public static BufferedImage plain(int width, int height, Color color) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        fill(graphics, color, 0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static void fill(Graphics2D graphics, Color color, int left, int top, int right, int bottom) {
        graphics.setColor(color);
        graphics.fillRect(left, top, right - left, bottom - top);
    }

    /**
     * A picture as a file.
     *
     * @param format as ImageIO calls it: png, jpeg, gif, bmp
     */
    public static byte[] file(BufferedImage picture, String format) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            if (!ImageIO.write(picture, format, file)) {
                throw new IllegalArgumentException("No " + format + " can be made of this");
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage open(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG file that comes better and better. */
    public static byte[] progressive(BufferedImage picture) {
        return write("jpeg", writer -> {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), param);
        });
    }

    public static byte[] animation(BufferedImage... frames) {
        return write("gif", writer -> {
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(
                        new IIOImage(
                                frame,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(frame), null)),
                        null);
            }
            writer.endWriteSequence();
        });
    }

    private interface Writing {
        void to(ImageWriter writer) throws IOException;
    }

    private static byte[] write(String format, Writing writing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(stream);
            writing.to(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** The same JPEG file as from a phone: with how it was held, where it was taken, and a word. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(200);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 3);
        // Description, orientation, and where the GPS directory stands.
        tiff.putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(SECRET.length())
                .putInt(120);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(50);
        tiff.putInt(0);
        tiff.position(50);
        // Latitude: 48° 8' 14".
        tiff.putShort((short) 1);
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(80);
        tiff.putInt(0);
        tiff.position(80);
        tiff.putInt(48).putInt(1).putInt(8).putInt(1).putInt(14).putInt(1);
        tiff.position(120);
        tiff.put(SECRET.getBytes(StandardCharsets.US_ASCII));
        return withSegment(jpeg, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
    }

    /** The same JPEG file with a segment in front. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer head = ByteBuffer.allocate(6)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2));
        return join(head.array(), content, part(jpeg, 2, jpeg.length));
    }

    /** A JPEG file whose last scan comes again and again. */
    public static byte[] withScans(byte[] progressive, int more) {
        int end = progressive.length - 2;
        int last = end;
        while (progressive[last] != (byte) 0xFF || progressive[last + 1] != (byte) 0xDA) {
            last--;
        }
        byte[] file = part(progressive, 0, end);
        for (int i = 0; i < more; i++) {
            file = join(file, part(progressive, last, end));
        }
        return join(file, part(progressive, end, progressive.length));
    }

    /** A PNG file of a few bytes that says how large it is and has no pixels. */
    public static byte[] pngThatDeclares(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", new byte[0]),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = join(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(content.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    public static byte[] part(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        List.of(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
