package app.barker.timeline.ui;

import app.barker.account.ProfileService;
import app.barker.image.ImageProblem;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes a picture from the browser as it comes, in a request of its own. Vaadin's field for uploads is not used: it loads a
 * font from a {@code data:} address, which our policy refuses, and its handler in memory reads whatever size comes.
 */
@Tag("barker-picture-button")
@JsModule("./barker-picture-button.ts")
class PictureButton extends Component {

    private static final Logger LOG = LoggerFactory.getLogger(PictureButton.class);

    /** Phones offer to convert what they keep in a format of their own. What comes is judged by its content alone. */
    private static final String OFFERED = "image/png,image/jpeg,image/gif";

    private final Receiver receiver;

    /** Takes a picture, and hears what came of it. */
    interface Receiver {

        /** Says what is wrong with it, or nothing when it is taken. It may take a while: not under the page's lock. */
        Optional<ImageProblem> take(InputStream picture) throws IOException;

        void taken();

        void refused(ImageProblem problem);

        void notSaved();
    }

    PictureButton(Receiver receiver) {
        this.receiver = receiver;
        UploadHandler handler = this::receive;
        getElement()
                .setAttribute("accept", OFFERED)
                .setAttribute("max", String.valueOf(ProfileService.LARGEST_UPLOAD))
                .setAttribute("target", handler);
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream picture = event.getInputStream()) {
            Optional<ImageProblem> problem = receiver.take(picture);
            tell(ui, () -> problem.ifPresentOrElse(receiver::refused, receiver::taken));
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("A picture could not be stored", notStored);
            tell(ui, receiver::notSaved);
        }
    }

    /** Unless the page was left meanwhile. */
    private static void tell(UI ui, Runnable what) {
        ui.accessLater(what::run, () -> LOG.debug("A page was closed while its picture was made"))
                .run();
    }

    /** Comes after {@link #receive}, and takes along what that has shown where there is no push. */
    @ClientCallable
    void sent() {
        LOG.trace("A picture was sent");
    }

    @ClientCallable
    void notSent() {
        receiver.notSaved();
    }

    @ClientCallable
    void tooLarge() {
        receiver.refused(ImageProblem.TOO_LARGE);
    }
}
