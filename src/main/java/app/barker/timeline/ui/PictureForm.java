package app.barker.timeline.ui;

import app.barker.account.ImageProblem;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The picture that somebody wears, another one, or none. Knows callbacks, no service. */
class PictureForm extends Composite<Section> {

    private static final Logger LOG = LoggerFactory.getLogger(PictureForm.class);

    /** Phones offer to convert what they keep in a format of their own. What comes is judged by its content alone. */
    private static final String OFFERED = "image/png,image/jpeg,image/gif";

    private final Pictures pictures;
    private final Portrait portrait;
    private final Upload upload = new Upload(this::receive);
    private final Button remove = new Button(getTranslation("settings.picture.remove"), click -> remove());
    private final Div error = new Div();
    private final SavedNote note = new SavedNote();

    /** What the page does with a picture. */
    interface Pictures {

        /** Says what is wrong with it, or nothing when it is worn now. It may take a while: not under the page's lock. */
        Optional<ImageProblem> wear(InputStream upload) throws IOException;

        void remove();

        /** There is another one, or none: also for those who show it elsewhere. Under the page's lock. */
        void changed();

        /** As it is now. */
        Profile profile();
    }

    PictureForm(Pictures pictures) {
        this.pictures = pictures;
        portrait = new Portrait(pictures.profile());
        H2 title = new H2(getTranslation("settings.picture.title"));
        Paragraph hint = new Paragraph(getTranslation("settings.picture.hint"));
        hint.addClassName("hint");
        error.addClassNames("help", "err");
        error.getElement().setAttribute("role", "alert");
        Div actions = new Div(uploadField(), remove, note);
        actions.addClassName("form-actions");
        Div beside = new Div(hint, actions, error);
        beside.addClassName("picture-choice");
        Div row = new Div(portrait, beside);
        row.addClassName("picture-row");
        getContent().addClassName("card");
        getContent().add(title, row);
        showWorn();
    }

    private Upload uploadField() {
        Button choose = new Button(getTranslation("settings.picture.choose"));
        upload.setUploadButton(choose);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ProfileService.LARGEST_UPLOAD);
        upload.setI18n(texts());
        // The field's own check of types would refuse by the name of a file, on the server too.
        upload.getElement().setProperty("accept", OFFERED);
        upload.addFileRejectedListener(rejected -> complain(rejected.getErrorMessage()));
        return upload;
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream file = event.getInputStream()) {
            Optional<ImageProblem> problem = pictures.wear(file);
            tell(ui, () -> problem.ifPresentOrElse(this::complain, this::showSaved));
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("A picture could not be stored", notStored);
            tell(ui, () -> complain(getTranslation("settings.not-saved")));
        }
    }

    /** Unless the page was left meanwhile. */
    private void tell(UI ui, Runnable what) {
        ui.accessLater(
                        () -> {
                            upload.clearFileList();
                            what.run();
                        },
                        () -> LOG.debug("A page was closed while its picture was made"))
                .run();
    }

    private void remove() {
        pictures.remove();
        showSaved();
    }

    private void showSaved() {
        showWorn();
        pictures.changed();
        error.setText("");
        note.saved();
    }

    private void showWorn() {
        Profile profile = pictures.profile();
        portrait.show(profile);
        remove.setVisible(!profile.avatarVersion().isEmpty());
    }

    private void complain(ImageProblem problem) {
        complain(getTranslation("image.problem." + problem));
    }

    private void complain(String sentence) {
        note.clear();
        error.setText(sentence);
    }

    private UploadI18N texts() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("settings.picture.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("image.problem.TOO_LARGE"))
                        .setIncorrectFileType(getTranslation("image.problem.UNKNOWN_FORMAT"))
                        .setTooManyFiles(getTranslation("settings.picture.one")))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("settings.picture.retry"))
                        .setRemove(getTranslation("settings.picture.cancel")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("settings.picture.connecting"))
                                .setStalled(getTranslation("settings.picture.stalled"))
                                .setProcessing(getTranslation("settings.picture.processing")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("settings.not-saved"))
                                .setUnexpectedServerError(getTranslation("settings.not-saved"))
                                .setForbidden(getTranslation("settings.not-saved"))));
    }
}
