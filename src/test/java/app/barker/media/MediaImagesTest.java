package app.barker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.barker.account.AccountService;
import app.barker.account.Viewer;
import app.barker.bark.BarkService;
import app.barker.bark.BarkText;
import app.barker.bark.NewBark;
import app.barker.follow.BlockService;
import app.barker.follow.MuteService;
import app.barker.image.Upload;
import app.barker.testing.DatabaseTest;
import app.barker.testing.Dogs;
import app.barker.testing.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
class MediaImagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountService accounts;

    @Autowired
    MediaService media;

    @Autowired
    BarkService barks;

    @Autowired
    BlockService blocks;

    @Autowired
    MuteService mutes;

    Viewer rex;
    Viewer bella;
    Media shown;
    long bark;

    @BeforeEach
    void rexShowsAPicture() throws IOException {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        rex = new Dogs(accounts).signUp("rex-" + unique);
        bella = new Dogs(accounts).signUp("bella-" + unique);
        shown = upload();
        bark = barks.post(
                rex,
                new NewBark(
                        new BarkText("Look"),
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Attachment(shown.id(), Optional.empty()))));
    }

    @Test
    void whoMayReadTheBarkSeesIt() throws Exception {
        MockHttpServletResponse response = ask(get(shown.address()), bella);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(Pictures.open(response.getContentAsByteArray()).getWidth()).isEqualTo(300);
    }

    @Test
    void aBrowserAsksEachTimeAndTakesItForNothingElse() throws Exception {
        MockHttpServletResponse response = ask(get(shown.address()), bella);

        assertThat(response.getHeaders("Content-Type")).containsExactly("image/jpeg");
        assertThat(response.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.getHeaders("Content-Disposition")).containsExactly("inline");
        assertThat(response.getHeaders("Cache-Control")).hasSize(1);
        assertThat(List.of(String.valueOf(response.getHeader("Cache-Control")).split(", ", -1)))
                .containsExactlyInAnyOrder("no-cache", "private");
        assertThat(response.getHeaderNames()).doesNotContain("Pragma", "Expires");
        assertThat(response.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(response.getHeaders("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void whatABrowserHasIsNotSentAgainUnlessItMayNotBeSeenAnyMore() throws Exception {
        String tag = Objects.requireNonNull(ask(get(shown.address()), bella).getHeader("ETag"));

        MockHttpServletResponse again = ask(get(shown.address()).header("If-None-Match", tag), bella);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(ask(get(shown.address()).header("If-None-Match", "\"x\""), bella)
                        .getStatus())
                .isEqualTo(200);

        blocks.block(rex, bella.username());
        assertThat(ask(get(shown.address()).header("If-None-Match", tag), bella).getStatus())
                .isEqualTo(404);
    }

    @Test
    void behindABlockThereIsNothing() throws Exception {
        assertThat(ask(get(shown.address()), bella).getStatus()).isEqualTo(200);

        blocks.block(bella, rex.username());

        assertNothing(ask(get(shown.address()), bella));
        assertThat(ask(get(shown.address()), rex).getStatus()).isEqualTo(200);
    }

    @Test
    void whoOnlyMutedSeesIt() throws Exception {
        mutes.mutePerson(bella, rex.username(), Optional.empty());

        assertThat(ask(get(shown.address()), bella).getStatus()).isEqualTo(200);
    }

    @Test
    void itIsGoneWithItsBarkForItsAuthorToo() throws Exception {
        assertThat(ask(get(shown.address()), rex).getStatus()).isEqualTo(200);

        barks.delete(rex, bark);

        assertNothing(ask(get(shown.address()), rex));
        assertNothing(ask(get(shown.address()), bella));
    }

    @Test
    void whatNoBarkShowsIsForItsOwnerAlone() throws Exception {
        String unattached = upload().address();

        assertThat(ask(get(unattached), rex).getStatus()).isEqualTo(200);
        assertNothing(ask(get(unattached), bella));
    }

    @Test
    void forAnOutsiderThereIsNothing() throws Exception {
        for (String address : List.of(shown.address(), "/media/999999999.jpg")) {
            MvcResult result = browser.perform(get(address)).andReturn();

            assertNothing(result.getResponse());
            assertThat(result.getRequest().getSession(false)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+{id}",
                "0{id}",
                "{id}0000",
                "x",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999",
                "1e3",
                "%27",
                "%D9%A3"
            })
    void everyOtherAddressLeadsNowhere(String id) throws Exception {
        String address = "/media/" + id.replace("{id}", String.valueOf(shown.id())) + ".jpg";

        assertNothing(ask(get(URI.create(address)), bella));
    }

    @Test
    void canBeAskedForItsHeadersAlone() throws Exception {
        assertThat(ask(head(shown.address()), bella).getStatus()).isEqualTo(200);
    }

    private static void assertNothing(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
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

    private Media upload() throws IOException {
        byte[] file = Pictures.file(Pictures.quarters(300, 200), "png");
        try (Upload received = media.receive(rex, new ByteArrayInputStream(file))) {
            return media.keep(rex, received, AltText.NONE);
        }
    }
}
