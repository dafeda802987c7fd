package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.account.Bio;
import app.barker.account.DisplayName;
import app.barker.account.LanguageChoice;
import app.barker.account.Profile;
import app.barker.account.ProfileService;
import app.barker.account.Viewer;
import app.barker.image.ImageProblem;
import app.barker.image.ImageRefused;
import app.barker.shared.Language;
import app.barker.shared.PageLanguage;
import app.barker.shared.ui.SettingsNav;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings: who one is for others. */
@Route(ProfileSettingsView.PATH)
@PermitAll
public class ProfileSettingsView extends Composite<Div> implements HasDynamicTitle, PictureForm.Wardrobe {

    static final String PATH = "settings/profile";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileSettingsView.class);

    private final Viewer me;
    private final ProfileService profiles;
    private final LanguageChoice languages;

    ProfileSettingsView(AuthenticationContext authentication, ProfileService profiles, LanguageChoice languages) {
        this.me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        this.profiles = profiles;
        this.languages = languages;
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        getContent().addClassNames("page", "settings");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.PROFILE),
                        new PictureForm(this),
                        new ProfileForm(profile(), this::save),
                        new LanguageForm(languages.of(me.id()), this::speak));
    }

    private Profile save(DisplayName name, Bio bio) {
        profiles.change(me, name, bio);
        changed();
        return profile();
    }

    /** In this browser after the log-out, too. The whole page comes anew: what its browser draws has texts of its own. */
    private void speak(Optional<Language> language) {
        languages.choose(me, language);
        PageLanguage.choose(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent(), language);
        UI.getCurrent().getPage().reload();
    }

    @Override
    public Optional<ImageProblem> wear(InputStream picture) throws IOException {
        try {
            profiles.setAvatar(me, picture);
            return Optional.empty();
        } catch (ImageRefused refused) {
            LOG.debug("A picture was refused", refused);
            return Optional.of(refused.problem());
        }
    }

    @Override
    public void remove() {
        profiles.removeAvatar(me);
    }

    /** The header of the page shows who one is, too. */
    @Override
    public void changed() {
        Profile now = profile();
        getElement()
                .executeJs(
                        "dispatchEvent(new CustomEvent('barker-profile-changed', {detail: {name: $0, picture: $1}}))",
                        now.displayName(),
                        AvatarAddress.of(now));
    }

    @Override
    public Profile profile() {
        return profiles.of(me);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("settings.title"));
    }
}
