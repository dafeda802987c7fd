package app.barker.api;

import app.barker.media.Media;
import java.util.Optional;

/**
 * A picture as programs get it.
 *
 * @param url where it is served, by the same credential, to those who may read its bark
 * @param alt what there is to see; null where nobody has said it
 * @param width in pixels, as is the height
 */
record ApiMedia(String id, String url, Optional<String> alt, int width, int height) {

    /** @param here where the one who asks has this Barker */
    static ApiMedia of(Media media, String here) {
        return new ApiMedia(
                String.valueOf(media.id()),
                here + media.address(),
                Optional.of(media.alt()).filter(alt -> !alt.isEmpty()),
                media.width(),
                media.height());
    }
}
