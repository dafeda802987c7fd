package app.barker.timeline.ui;

import app.barker.account.Bio;
import app.barker.account.DisplayName;
import app.barker.account.Profile;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What somebody calls themselves and says about themselves. Knows a callback, no service. */
class ProfileForm extends Composite<Section> {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileForm.class);

    private final Saving saving;
    private final TextField displayName = new TextField(getTranslation("settings.profile.display-name"));
    private final TextArea bio = new TextArea(getTranslation("settings.profile.bio"));
    private final Div error = new Div();
    private final SavedNote note = new SavedNote();

    /** Takes what is fit to be said; gives back how it is said now. */
    @FunctionalInterface
    interface Saving {
        Profile save(DisplayName name, Bio bio);
    }

    ProfileForm(Profile profile, Saving saving) {
        this.saving = saving;
        displayName.setAutocomplete(Autocomplete.NICKNAME);
        displayName.setPlaceholder(profile.username());
        bio.setMinRows(3);
        bio.setMaxRows(Bio.MOST_LINES + 3);
        watch(displayName, DisplayName.LONGEST, this::problemWithName);
        watch(bio, Bio.LONGEST, this::problemWithBio);
        error.addClassNames("help", "err");
        error.getElement().setAttribute("role", "alert");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("settings.profile.title")), displayName, bio, actions(), error);
        show(profile);
    }

    private Div actions() {
        Button save = new Button(getTranslation("settings.save"), click -> save());
        save.addThemeName("primary");
        // Not in the bio, where it begins a line.
        save.addClickShortcut(Key.ENTER).listenOn(displayName).resetFocusOnActiveElement();
        Div actions = new Div(save, note);
        actions.addClassName("form-actions");
        return actions;
    }

    private void watch(TextFieldBase<?, String> field, int most, Function<String, Optional<String>> rules) {
        // Errors come from the rules, not from the field's own constraints.
        field.setManualValidation(true);
        field.setHelperComponent(new CharacterCount(most));
        field.addValueChangeListener(change -> {
            note.clear();
            show(field, rules.apply(change.getValue()));
        });
    }

    private void save() {
        boolean nameFits = show(displayName, problemWithName(displayName.getValue()));
        boolean bioFits = show(bio, problemWithBio(bio.getValue()));
        note.clear();
        error.setText("");
        if (!nameFits) {
            displayName.focus();
        } else if (!bioFits) {
            bio.focus();
        } else {
            store(new DisplayName(displayName.getValue()), new Bio(bio.getValue()));
        }
    }

    private void store(DisplayName name, Bio text) {
        try {
            show(saving.save(name, text));
            note.saved();
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("A profile could not be stored", notStored);
            error.setText(getTranslation("settings.not-saved"));
        }
    }

    private void show(Profile profile) {
        displayName.setValue(profile.displayName().equals(profile.username()) ? "" : profile.displayName());
        bio.setValue(profile.bio());
    }

    private static boolean show(TextFieldBase<?, String> field, Optional<String> problem) {
        field.setInvalid(problem.isPresent());
        field.setErrorMessage(problem.orElse(""));
        return problem.isEmpty();
    }

    private Optional<String> problemWithName(String typed) {
        return DisplayName.problemWith(typed).map(problem -> getTranslation("display-name.problem." + problem));
    }

    private Optional<String> problemWithBio(String typed) {
        return Bio.problemWith(typed).map(problem -> getTranslation("bio.problem." + problem));
    }
}
