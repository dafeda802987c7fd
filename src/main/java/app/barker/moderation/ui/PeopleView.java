package app.barker.moderation.ui;

import app.barker.account.AccountGone;
import app.barker.account.LastAdministrator;
import app.barker.account.NotAnAdministrator;
import app.barker.account.PersonStanding;
import app.barker.account.ProfileService;
import app.barker.moderation.PeopleAdministration;
import app.barker.shared.ui.Toast;
import app.barker.signin.SecurityEvent;
import app.barker.signin.SignedIn;
import app.barker.signin.ui.CurrentSession;
import app.barker.signin.ui.EventList;
import app.barker.signin.ui.ProofQuestion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For administrators: find people and what can be done about them, and what a refused log-in was. */
@Route("admin/people")
@RolesAllowed("ADMIN")
public class PeopleView extends Composite<Div> implements HasDynamicTitle, PersonRow.Actions {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleView.class);

    private static final int QUIET_MILLIS = 250;

    private final PeopleAdministration people;
    private final SignedIn me;
    private final ProofQuestion proof;
    private final TextField search = new TextField(getTranslation("people.search"));
    private final TextField code = new TextField(getTranslation("people.code"));
    private final Div found = new Div();
    private final Div attempt = new Div();

    PeopleView(PeopleAdministration people, ProfileService profiles, ProofQuestion.Factory proofs) {
        this.people = people;
        this.me = CurrentSession.get().signedIn();
        this.proof = proofs.of(me, profiles.of(me.viewer()));
        Div head = new Div(new H1(getTranslation("people.title")));
        head.addClassName("page-head");
        whenQuiet(search, this::show);
        search.setHelperText(getTranslation("people.search.help", PeopleAdministration.MOST_FOUND));
        whenQuiet(code, this::showAttempt);
        code.setHelperText(getTranslation("people.code.help"));
        Div fields = new Div(search, code);
        fields.addClassName("people-fields");
        found.addClassNames("card", "rows", "people-found");
        found.getElement().setAttribute("role", "list");
        attempt.getElement().setAttribute("aria-live", "polite");
        getContent().addClassNames("page", "settings");
        getContent().add(head, fields, attempt, found, proof);
        show();
    }

    private static void whenQuiet(TextField field, Runnable change) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(QUIET_MILLIS);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(typed -> change.run());
    }

    private void show() {
        found.removeAll();
        List<PersonStanding> people = this.people.find(me.viewer(), search.getValue());
        people.forEach(person ->
                found.add(new PersonRow(person, person.id() == me.viewer().id(), this)));
        if (people.isEmpty()) {
            found.add(new Paragraph(getTranslation("people.none")));
        }
    }

    private void showAttempt() {
        attempt.removeAll();
        if (!code.isEmpty()) {
            Optional<SecurityEvent> event = people.attempt(me, code.getValue());
            attempt.add(event.<Component>map(one -> new EventList(before -> List.of(one)).withNames())
                    .orElseGet(() -> new Paragraph(getTranslation("people.code.none"))));
        }
    }

    /** Whoever was somebody else's act quicker is told what became of it. */
    private void act(Runnable act) {
        proof.before(() -> {
            try {
                act.run();
            } catch (LastAdministrator last) {
                LOG.info("Refused: {}", last.getMessage());
                Toast.sayIfRefused(Optional.of(getTranslation("people.last")));
            } catch (AccountGone gone) {
                LOG.info("Refused: {}", gone.getMessage());
                Toast.sayIfRefused(Optional.of(getTranslation("people.gone")));
            } catch (NotAnAdministrator no) {
                LOG.warn("Refused: {}", no.getMessage());
                Toast.sayIfRefused(Optional.of(getTranslation("people.not-you")));
                return;
            }
            show();
        });
    }

    @Override
    public void ban(PersonStanding person, String reason) {
        act(() -> {
            people.ban(me, person.id(), reason);
            Toast.done(getTranslation("people.banned", person.username()));
        });
    }

    @Override
    public void unban(PersonStanding person) {
        act(() -> {
            people.unban(me, person.id());
            Toast.done(getTranslation("people.unbanned", person.username()));
        });
    }

    @Override
    public void grant(PersonStanding person) {
        act(() -> {
            people.grantAdministrator(me, person.id());
            Toast.done(getTranslation("people.granted", person.username()));
        });
    }

    @Override
    public void take(PersonStanding person) {
        act(() -> {
            people.takeAdministrator(me, person.id());
            Toast.done(getTranslation("people.taken", person.username()));
        });
    }

    @Override
    public void endSessions(PersonStanding person) {
        act(() -> Toast.done(getTranslation("people.ended", people.endSessions(me, person.id()))));
    }

    @Override
    public void makeResetLink(PersonStanding person) {
        act(() -> new ResetLinkDialog(person.username(), people.makeResetLink(me, person.id())).open());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("people.title"));
    }
}
