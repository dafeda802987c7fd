package app.barker.timeline;

import app.barker.account.Profile;
import app.barker.account.ProfileService;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door through which pictures of people are served, to those who are logged in. The address of a picture names its
 * version, so a browser never has to ask for it again, and a replaced picture is gone from here.
 */
@RestController
public class AvatarImages {

    /** One spelling of each number that an account can have. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /** What is served there never changes. A year is what caches take for ever (RFC 9111 has no larger word for it). */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final ProfileService profiles;

    AvatarImages(ProfileService profiles) {
        this.profiles = profiles;
    }

    /** Where the picture of somebody is, from the root of the pages; empty where there is only the drawn dog. */
    public static Optional<String> addressOf(Profile person) {
        return person.avatarVersion().isEmpty()
                ? Optional.empty()
                : Optional.of("avatars/" + person.id() + "/" + person.avatarVersion() + ".jpg");
    }

    @GetMapping("/avatars/{accountId}/{version}.jpg")
    ResponseEntity<byte[]> image(@PathVariable String accountId, @PathVariable String version) {
        return ID.matcher(accountId).matches()
                ? profiles.avatar(Long.parseLong(accountId), version)
                        .map(AvatarImages::picture)
                        .orElseGet(AvatarImages::nothing)
                : nothing();
    }

    private static ResponseEntity<byte[]> picture(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
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
