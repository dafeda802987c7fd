package app.barker.takeout;

import app.barker.account.Viewer;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door through which a person fetches their own file. To everybody else it looks as if it were not there. */
@RestController
class TakeoutDownload {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final Takeouts takeouts;

    TakeoutDownload(Takeouts takeouts) {
        this.takeouts = takeouts;
    }

    @GetMapping("/takeouts/{key}.zip")
    ResponseEntity<Resource> file(@AuthenticationPrincipal Viewer me, @PathVariable String key) {
        return takeouts.file(me.id(), key)
                .map(TakeoutDownload::download)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> download(Path file) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("barker.zip")
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
