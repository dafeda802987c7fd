package app.barker.api;

import app.barker.account.AvatarAddress;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses as the one who asks reaches this Barker: whole, so that a client need not put them together. */
final class ApiAddresses {

    static final String ROOT = "/api/v1";

    private ApiAddresses() {}

    static String bark(long id) {
        return here() + ROOT + "/barks/" + id;
    }

    /** Empty where the drawn dog stands for a picture. */
    static Optional<String> avatar(String here, long accountId, String version) {
        String path = AvatarAddress.of(accountId, version);
        return path.isEmpty() ? Optional.empty() : Optional.of(here + path);
    }

    /** The list of this request, from that entry on. */
    static String nextPage(long before, int limit) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("before", before)
                .replaceQueryParam("limit", limit)
                .build()
                .toUriString();
    }

    /** More answers to the bark of this request. */
    static String furtherReplies(long behind) {
        return ServletUriComponentsBuilder.fromCurrentRequestUri()
                .queryParam("behind", behind)
                .build()
                .toUriString();
    }

    /** Where the one who asks has this Barker, without a slash at the end. */
    static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
