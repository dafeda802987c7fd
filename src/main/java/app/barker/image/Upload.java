package app.barker.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that somebody has sent, whatever it is. It is in memory until it is closed, and takes the place of another. */
public final class Upload implements AutoCloseable {

    private final byte[] bytes;
    private final Runnable place;

    Upload(byte[] bytes, Runnable place) {
        this.bytes = bytes;
        this.place = place;
    }

    /** SHA-256 in hex: what tells it from other files. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** To be called once. */
    @Override
    public void close() {
        place.run();
    }
}
