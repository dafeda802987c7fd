package app.barker.api;

import app.barker.account.Viewer;
import app.barker.image.Upload;
import app.barker.media.AltText;
import app.barker.media.Media;
import app.barker.media.MediaService;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures for barks. The composer of the pages sends them here, too. */
@RestController
@RequestMapping(MediaApi.PATH)
class MediaApi {

    static final String PATH = ApiAddresses.ROOT + "/media";

    private final MediaService media;
    private final Idempotency idempotency;

    MediaApi(MediaService media, Idempotency idempotency) {
        this.media = media;
        this.idempotency = idempotency;
    }

    /** What has to be the same when it is sent again. */
    private record Sent(String file, String alt) {}

    /**
     * The body is the file: PNG, JPEG or GIF, up to 10 MB and 40 megapixels. It is drawn anew and kept for a day, until a bark
     * shows it.
     *
     * @param alt what there is to see
     */
    @PostMapping(
            consumes = {
                MediaType.IMAGE_PNG_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_GIF_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @RequestBody(content = @Content(schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApiMedia.class)))
    ResponseEntity<?> upload(
            @AuthenticationPrincipal Viewer me,
            @RequestHeader("Idempotency-Key") Optional<@Pattern(regexp = "[\\x21-\\x7e]{1,100}") String> key,
            @RequestParam Optional<String> alt,
            HttpServletRequest request)
            throws IOException {
        AltText seen = new AltText(alt.orElse(""));
        try (Upload file = media.receive(me, request.getInputStream())) {
            return idempotency.once(me, key, new Sent(file.hash(), seen.value()), work -> keep(me, file, seen));
        }
    }

    private ResponseEntity<ApiMedia> keep(Viewer me, Upload file, AltText alt) {
        Media kept = media.keep(me, file, alt);
        String here = ApiAddresses.here();
        return ResponseEntity.created(URI.create(here + kept.address())).body(ApiMedia.of(kept, here));
    }
}
