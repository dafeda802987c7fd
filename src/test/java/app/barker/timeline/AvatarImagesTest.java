package app.barker.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.barker.account.AccountService;
import app.barker.account.AvatarAddress;
import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Pictures;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@DatabaseTest
@AutoConfigureMockMvc
class AvatarImagesTest {

    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountService accounts;

    @Autowired
    ProfileService profiles;

    @Autowired
    BlockService blocks;

    Viewer rex;
    Viewer bella;
    String picture;

    @BeforeEach
    void rexHasAPicture() throws IOException {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        upload(Color.RED);
        picture = AvatarAddress.of(profiles.of(rex));
    }

    @Test
    void aPictureHasAnAddressOnceThereIsOne() {
        assertThat(picture).matches("/avatars/" + rex.id() + "/[0-9a-f]{16}\\.jpg");
        assertThat(AvatarAddress.of(profiles.of(bella))).isEmpty();
    }

    @Test
    void whoIsLoggedInSeesThePicturesOfOthers() throws Exception {
        MockHttpServletResponse response = ask(get(picture), bella);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(Pictures.open(response.getContentAsByteArray()).getWidth()).isEqualTo(256);
    }

    @Test
    void whoIsBlockedSeesNoPicture() throws Exception {
        assertThat(ask(get(picture), bella).getStatus()).isEqualTo(200);

        blocks.block(rex, bella.username());

        assertThat(ask(get(picture), bella).getStatus()).isEqualTo(404);
    }

    @Test
    void aBrowserKeepsAPictureAndTakesItForNothingElse() throws Exception {
        MockHttpServletResponse response = ask(get(picture), bella);

        assertThat(response.getHeaders("Content-Type")).containsExactly("image/jpeg");
        assertThat(response.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.getHeaders("Content-Disposition")).containsExactly("inline");
        assertThat(response.getHeaders("Cache-Control")).hasSize(1);
        assertThat(List.of(String.valueOf(response.getHeader("Cache-Control")).split(", ", -1)))
                .containsExactlyInAnyOrder("max-age=31536000", "private", "immutable");
        assertThat(response.getHeaderNames()).doesNotContain("Pragma", "Expires");
        assertThat(response.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(response.getHeaders("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.getHeaders("Referrer-Policy")).containsExactly("same-origin");
    }

    @Test
    void anOutsiderIsSentToTheLogIn() throws Exception {
        MvcResult result = browser.perform(get(picture)).andReturn();

        assertThat(result.getResponse().getStatus()).isEqualTo(302);
        assertThat(result.getResponse().getRedirectedUrl()).endsWith("/login");
        assertThat(result.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(ask(get(picture), bella).getStatus()).isEqualTo(200);
    }

    @Test
    void anOutsiderDoesNotLearnWhetherThereIsAPicture() throws Exception {
        MockHttpServletResponse missing = browser.perform(get("/avatars/1/0000000000000000.jpg"))
                .andReturn()
                .getResponse();

        assertThat(missing.getStatus()).isEqualTo(302);
        assertThat(missing.getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void nobodyIsLedToAPictureByTheLogIn() throws Exception {
        assertThat(browser.perform(get("/settings/profile"))
                        .andReturn()
                        .getRequest()
                        .getSession()
                        .getAttribute(SAVED_REQUEST))
                .isNotNull();
        assertThat(browser.perform(get(picture))
                        .andReturn()
                        .getRequest()
                        .getSession()
                        .getAttribute(SAVED_REQUEST))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/avatars/{rex}/0000000000000000.jpg",
                "/avatars/{rex}/{VERSION}.jpg",
                "/avatars/{rex}/{version}0.jpg",
                "/avatars/{rex}/x.jpg",
                "/avatars/{rex}/.jpg",
                "/avatars/{bella}/{version}.jpg",
                "/avatars/0{rex}/{version}.jpg",
                "/avatars/+{rex}/{version}.jpg",
                "/avatars/-{rex}/{version}.jpg",
                "/avatars/0/{version}.jpg",
                "/avatars/rex/{version}.jpg",
                "/avatars/٣/{version}.jpg",
                "/avatars/9223372036854775807/{version}.jpg",
                "/avatars/9223372036854775808/{version}.jpg",
                "/avatars/99999999999999999999999999999999999999/{version}.jpg",
                "/avatars/1e3/{version}.jpg",
                "/avatars/'/{version}.jpg"
            })
    void everyOtherAddressLeadsNowhere(String address) throws Exception {
        String version = profiles.of(rex).avatarVersion();
        String asked = address.replace("{rex}", String.valueOf(rex.id()))
                .replace("{bella}", String.valueOf(bella.id()))
                .replace("{VERSION}", "F" + version.substring(1))
                .replace("{version}", version);

        MockHttpServletResponse response = ask(get(URI.create(encode(asked))), bella);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void aReplacedPictureIsServedNoMore() throws Exception {
        assertThat(ask(get(picture), bella).getStatus()).isEqualTo(200);

        upload(Color.BLUE);

        assertThat(ask(get(picture), bella).getStatus()).isEqualTo(404);
        profiles.removeAvatar(rex);
        assertThat(ask(get(picture), rex).getStatus()).isEqualTo(404);
    }

    @Test
    void canBeAskedForItsHeadersAlone() throws Exception {
        assertThat(ask(head(picture), bella).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, Viewer reader)
            throws Exception {
        return browser.perform(request.session(sessionOf(reader))).andReturn().getResponse();
    }

    /** By the log-in form: there is no other way to a session. */
    private MockHttpSession sessionOf(Viewer reader) throws Exception {
        MvcResult loggedIn = browser.perform(
                        post("/login").param("username", reader.username()).param("password", Dogs.PASSWORD))
                .andReturn();
        return (MockHttpSession) Objects.requireNonNull(loggedIn.getRequest().getSession(false));
    }

    private void upload(Color color) throws IOException {
        byte[] file = Pictures.file(Pictures.plain(300, 300, color), "png");
        profiles.setAvatar(rex, new ByteArrayInputStream(file));
    }

    private static String encode(String address) {
        return address.replace("'", "%27").replace("٣", "%D9%A3");
    }
}
