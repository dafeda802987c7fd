package app.barker.timeline.ui;

import static app.barker.testing.Pictures.file;
import static app.barker.testing.Pictures.pngThatDeclares;
import static app.barker.testing.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.AccountService;
import app.barker.account.AvatarAddress;
import app.barker.account.Bio;
import app.barker.account.DisplayName;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.testing.Dogs;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileSettingsViewTest extends ViewTest {

    private static final byte[] PICTURE = file(quarters(300, 300), "png");

    @Autowired
    AccountService accounts;

    @Autowired
    ProfileService profiles;

    Viewer rex;

    @BeforeEach
    void rexIsInTheSettings() {
        rex = new Dogs(accounts).signUp("rex-" + UUID.randomUUID().toString().substring(0, 8));
        logIn(rex);
        navigate(ProfileSettingsView.class);
    }

    @Test
    void isWhereTheSettingsBegin() {
        navigate("settings", ProfileSettingsView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Settings");
    }

    @Test
    void showsWhatOthersSee() {
        assertThat(displayName().getValue()).isEmpty();
        assertThat(displayName().getPlaceholder()).isEqualTo(rex.username());

        profiles.change(rex, new DisplayName("Rex Retriever"), new Bio("I dig."));
        navigate(HomeView.class);
        navigate(ProfileSettingsView.class);

        assertThat(displayName().getValue()).isEqualTo("Rex Retriever");
        assertThat(bio().getValue()).isEqualTo("I dig.");
    }

    @Test
    void whatIsSavedIsThereForOthersAsItIsShownHere() {
        test(displayName()).setValue("  Re\u0301x Retriever ");
        test(bio()).setValue("I dig.\r\nThat is all.\n\n");
        assertThat(profile().displayName()).isEqualTo(rex.username());

        test(save()).click();

        assertThat(profile().displayName()).isEqualTo("R\u00E9x Retriever");
        assertThat(profile().bio()).isEqualTo("I dig.\nThat is all.");
        assertThat(displayName().getValue()).isEqualTo("R\u00E9x Retriever");
        assertThat(bio().getValue()).isEqualTo("I dig.\nThat is all.");
        assertThat(notes()).containsExactly("", "Saved.");
    }

    @Test
    void theNoteGoesWhenSomethingChanges() {
        test(save()).click();
        assertThat(notes()).containsExactly("", "Saved.");

        test(bio()).setValue("I dig.");

        assertThat(notes()).containsExactly("", "");
    }

    @Test
    void theBrowserCountsUpToTheLimits() {
        assertThat(mostIn(displayName())).isEqualTo("50");
        assertThat(mostIn(bio())).isEqualTo("160");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'bell\u0007'   | This contains control characters, which a name cannot carry. Remove them and try again.
                    '\u202Enimda'  | This contains a hidden sign that turns the direction of text. Remove it: your username would read wrong beside it.
                    '\u200B'       | Nothing of this shows. Type a name, or leave the field empty.
                    """)
    void saysAtTheFieldWhatIsWrongWithAName(String typed, String sentence) {
        test(displayName()).setValue(typed);
        assertThat(displayName().isInvalid()).isTrue();
        assertThat(displayName().getErrorMessage()).isEqualTo(sentence);

        test(save()).click();

        assertThat(displayName().getErrorMessage()).isEqualTo(sentence);
        assertThat(notes()).containsExactly("", "");
        assertThat(profile().displayName()).isEqualTo(rex.username());
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithABio() {
        test(bio()).setValue("1\n2\n3\n4\n5\n6");
        assertThat(bio().getErrorMessage()).isEqualTo("A bio has at most 5 lines.");
        assertThat(displayName().isInvalid()).isFalse();

        test(displayName()).setValue("Rex Retriever");
        test(save()).click();

        assertThat(profile().displayName()).as("nothing is half saved").isEqualTo(rex.username());

        test(bio()).setValue("1\n2\n3\n4\n5");
        assertThat(bio().isInvalid()).isFalse();
        test(save()).click();
        assertThat(profile().bio()).isEqualTo("1\n2\n3\n4\n5");
    }

    @Test
    void aPictureIsWornAtOnce() {
        assertThat(find(Image.class).withClassName("avatar").exists()).isFalse();
        assertThat(find(Button.class).withText("Remove picture").exists()).isFalse();

        upload(PICTURE);

        assertThat(profile().avatarVersion()).isNotEmpty();
        assertThat(find(Image.class).withClassName("avatar").single().getSrc()).isEqualTo(AvatarAddress.of(profile()));
        assertThat(notes()).containsExactly("Saved.", "");
        assertThat(errorOfPicture()).isEmpty();
    }

    @Test
    void aPictureIsTakenOff() {
        upload(PICTURE);
        assertThat(profile().avatarVersion()).isNotEmpty();

        test(find(Button.class).withText("Remove picture").single()).click();

        assertThat(profile().avatarVersion()).isEmpty();
        assertThat(find(Image.class).withClassName("avatar").exists()).isFalse();
        assertThat(find(Button.class).withText("Remove picture").exists()).isFalse();
    }

    @Test
    void saysBelowItWhatIsWrongWithAPictureAndKeepsTheOldOne() {
        upload(PICTURE);
        String worn = profile().avatarVersion();

        upload(pngThatDeclares(60_000, 60_000));
        assertThat(errorOfPicture())
                .isEqualTo("This picture has too many pixels: up to 40 million is fine. Choose a smaller one.");
        assertThat(notes()).containsExactly("", "");

        upload(Arrays.copyOf(PICTURE, ProfileService.LARGEST_UPLOAD + 1));
        assertThat(errorOfPicture()).isEqualTo("This file is too large: up to 10 MB is fine.");

        assertThat(profile().avatarVersion()).isEqualTo(worn);
        assertThat(find(Image.class).withClassName("avatar").exists()).isTrue();
    }

    @Test
    void whatIsWrongWithAPictureIsForgottenWithTheNextOne() {
        upload(new byte[0]);
        assertThat(errorOfPicture()).isNotEmpty();

        upload(PICTURE);

        assertThat(errorOfPicture()).isEmpty();
        assertThat(notes()).containsExactly("Saved.", "");
    }

    @Test
    void theBrowserOffersPicturesOfTenMegabytes() {
        assertThat(chooser().getElement().getAttribute("accept")).isEqualTo("image/png,image/jpeg,image/gif");
        assertThat(chooser().getElement().getAttribute("max")).isEqualTo("10485760");

        call(chooser(), "tooLarge");

        assertThat(errorOfPicture()).isEqualTo("This file is too large: up to 10 MB is fine.");
    }

    @Test
    void saysThatAPictureDidNotArrive() {
        call(chooser(), "notSent");

        assertThat(errorOfPicture()).isEqualTo("This was not saved. Try again in a moment.");
        assertThat(notes()).containsExactly("", "");
    }

    private Profile profile() {
        return profiles.of(rex);
    }

    private TextField displayName() {
        return find(TextField.class).withLabel("Display name").single();
    }

    private TextArea bio() {
        return find(TextArea.class).withLabel("Bio").single();
    }

    private static String mostIn(HasHelper field) {
        return field.getHelperComponent().getElement().getAttribute("max");
    }

    private Button save() {
        return find(Button.class).withText("Save").single();
    }

    private PictureButton chooser() {
        return find(PictureButton.class).single();
    }

    /** As the server does it when the browser sends a file to the address that the button was given. */
    private void upload(byte[] file) {
        PictureButton button = chooser();
        UploadHandler handler = (UploadHandler) VaadinSession.getCurrent()
                .getResourceRegistry()
                .getResource(
                        ElementStreamResource.class,
                        URI.create(button.getElement().getAttribute("target")))
                .orElseThrow()
                .getElementRequestHandler();
        try {
            handler.handleUploadRequest(
                    new UploadEvent(
                            VaadinRequest.getCurrent(),
                            VaadinResponse.getCurrent(),
                            VaadinSession.getCurrent(),
                            "rex.txt",
                            file.length,
                            "text/plain",
                            button.getElement(),
                            null) {
                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(file);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        letOthersIn();
        call(button, "sent");
    }

    /** Of the picture, and of the rest. */
    private Iterable<String> notes() {
        return find(SavedNote.class).all().stream().map(SavedNote::getText).toList();
    }

    private String errorOfPicture() {
        return find(Div.class).withClassName("err").all().getFirst().getText();
    }
}
