package app.barker.api;

import app.barker.account.Viewer;
import app.barker.media.AltText;
import app.barker.media.Media;
import app.barker.media.MediaService;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures for barks. The composer of the pages sends them here, too. */
@RestController
@RequestMapping(MediaApi.PATH)
class MediaApi {

    static final String PATH = ApiAddresses.ROOT + "/media";

    private final MediaService media;

    MediaApi(MediaService media) {
        this.media = media;
    }

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
    ResponseEntity<ApiMedia> upload(
            @AuthenticationPrincipal Viewer me, @RequestParam Optional<String> alt, HttpServletRequest request)
            throws IOException {
        Media taken = media.upload(me, request.getInputStream(), new AltText(alt.orElse("")));
        String here = ApiAddresses.here();
        return ResponseEntity.created(URI.create(here + taken.address())).body(ApiMedia.of(taken, here));
    }
}
