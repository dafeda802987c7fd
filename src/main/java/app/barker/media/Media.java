package app.barker.media;

/**
 * A picture in a bark, or one for a bark that is still being written.
 *
 * @param alt what there is to see, for those who do not see it; empty where nobody has said it
 * @param width in pixels, as is the height
 */
public record Media(long id, String alt, int width, int height) {

    /** What a bark shows at most. */
    public static final int MOST_IN_A_BARK = 4;

    /** Where it is served, to those who may read its bark. */
    public String address() {
        return "/media/" + id + ".jpg";
    }
}
