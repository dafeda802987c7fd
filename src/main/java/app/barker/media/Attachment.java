package app.barker.media;

import java.util.Optional;

/**
 * A picture that a bark is to show.
 *
 * @param alt empty to leave it as it was said with the upload
 */
public record Attachment(long mediaId, Optional<AltText> alt) {}
