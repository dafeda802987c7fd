package app.barker.timeline.ui;

import app.barker.account.Profile;
import app.barker.image.ImageProblem;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The picture that somebody wears, another one, or none. Knows callbacks, no service. */
class PictureForm extends Composite<Section> implements PictureButton.Receiver {

    private final Wardrobe wardrobe;
    private final Portrait portrait;
    private final Button remove = new Button(getTranslation("settings.picture.remove"), click -> remove());
    private final Div error = new Div();
    private final SavedNote note = new SavedNote();

    /** What the page does with pictures. */
    interface Wardrobe {

        /** Says what is wrong with a picture, or nothing when it is worn now. It may take a while. */
        Optional<ImageProblem> wear(InputStream picture) throws IOException;

        void remove();

        /** There is another one, or none: also for those who show it elsewhere. Under the page's lock. */
        void changed();

        /** As it is now. */
        Profile profile();
    }

    PictureForm(Wardrobe wardrobe) {
        this.wardrobe = wardrobe;
        portrait = new Portrait(wardrobe.profile());
        H2 title = new H2(getTranslation("settings.picture.title"));
        Paragraph hint = new Paragraph(getTranslation("settings.picture.hint"));
        hint.addClassName("hint");
        error.addClassNames("help", "err");
        error.getElement().setAttribute("role", "alert");
        Div actions = new Div(new PictureButton(this), remove, note);
        actions.addClassName("form-actions");
        Div beside = new Div(hint, actions, error);
        beside.addClassName("picture-choice");
        Div row = new Div(portrait, beside);
        row.addClassName("picture-row");
        getContent().addClassNames("card", "form-card");
        getContent().add(title, row);
        showWorn();
    }

    private void remove() {
        wardrobe.remove();
        taken();
    }

    @Override
    public Optional<ImageProblem> take(InputStream picture) throws IOException {
        return wardrobe.wear(picture);
    }

    @Override
    public void taken() {
        showWorn();
        wardrobe.changed();
        error.setText("");
        note.saved();
    }

    @Override
    public void refused(ImageProblem problem) {
        complain(getTranslation("image.problem." + problem));
    }

    @Override
    public void notSaved() {
        complain(getTranslation("settings.not-saved"));
    }

    private void complain(String sentence) {
        note.clear();
        error.setText(sentence);
    }

    private void showWorn() {
        Profile profile = wardrobe.profile();
        portrait.show(profile);
        remove.setVisible(!profile.avatarVersion().isEmpty());
    }
}
