package app.barker.media;

import app.barker.account.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The door through which pictures in barks are served. A browser keeps them and asks each time whether it still may: a
 * picture is gone for a reader when its bark is.
 */
@RestController
class MediaImages {

    /** One spelling of each number that a picture can have. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private static final CacheControl ASK_EACH_TIME = CacheControl.noCache().cachePrivate();

    private final MediaService media;

    MediaImages(MediaService media) {
        this.media = media;
    }

    /** Nothing, where the browser has it already; no bytes are read for that. */
    @GetMapping("/media/{id}.jpg")
    @Nullable
    ResponseEntity<byte[]> image(
            @AuthenticationPrincipal @Nullable Viewer me, @PathVariable String id, WebRequest request) {
        if (me == null || !ID.matcher(id).matches()) {
            return nothing();
        }
        Optional<MediaTable.Kept> found = media.find(me, Long.parseLong(id));
        if (found.isPresent() && request.checkNotModified(tagOf(found.get()))) {
            return null;
        }
        return found.flatMap(media::image).map(MediaImages::picture).orElseGet(MediaImages::nothing);
    }

    /** A backup that is put back gives ids out a second time, for other pictures. */
    private static String tagOf(MediaTable.Kept kept) {
        Instant at = kept.createdAt();
        long micros = TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
        return "\"" + kept.id() + "-" + Long.toString(micros, Character.MAX_RADIX) + "\"";
    }

    private static ResponseEntity<byte[]> picture(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(ASK_EACH_TIME)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(jpeg);
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
