package app.barker.image;

import java.util.Arrays;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the markers of a JPEG file (ITU-T T.81, annex B) tell without decoding it.
 *
 * @param scans how often the decoder goes over the whole picture
 * @param complete whether its end is there; a decoder fills up with grey what is missing
 */
record JpegMarkers(Orientation orientation, int scans, boolean complete) {

    private static final Logger LOG = LoggerFactory.getLogger(JpegMarkers.class);

    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    static JpegMarkers of(byte[] jpeg) {
        Orientation orientation = Orientation.TOP_LEFT;
        int scans = 0;
        int at = 2;
        while (at + 1 < jpeg.length) {
            if (!isMarker(jpeg, at)) {
                at++;
                continue;
            }
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == END_OF_IMAGE) {
                return new JpegMarkers(orientation, scans, true);
            }
            if (standsAlone(marker)) {
                at += 2;
                continue;
            }
            int next = at + 2 + lengthAt(jpeg, at + 2);
            if (marker == START_OF_SCAN) {
                scans++;
            } else if (marker == APP1) {
                orientation = orientationIn(jpeg, at + 4, next).orElse(orientation);
            }
            at = next;
        }
        return new JpegMarkers(orientation, scans, false);
    }

    /** In the data of a scan 0xFF is followed by zero; before a marker it may be repeated. */
    private static boolean isMarker(byte[] jpeg, int at) {
        return jpeg[at] == (byte) 0xFF && jpeg[at + 1] != 0 && jpeg[at + 1] != (byte) 0xFF;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static int lengthAt(byte[] jpeg, int at) {
        return at + 1 < jpeg.length ? (jpeg[at] & 0xFF) << 8 | (jpeg[at + 1] & 0xFF) : 0;
    }

    private static Optional<Orientation> orientationIn(byte[] jpeg, int from, int to) {
        try {
            return Optional.ofNullable(ExifUtils.getOrientationFromExif(Arrays.copyOfRange(jpeg, from, to)));
        } catch (RuntimeException garbled) {
            LOG.debug("A picture does not say which way is up", garbled);
            return Optional.empty();
        }
    }
}
