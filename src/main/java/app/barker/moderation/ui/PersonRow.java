package app.barker.moderation.ui;

import app.barker.account.PersonStanding;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A person, as an administrator sees them, with what can be done. Knows callbacks, no service. */
class PersonRow extends Composite<Div> {

    /** What is done after the question. */
    interface Actions {

        void ban(PersonStanding person, String reason);

        void unban(PersonStanding person);

        void grant(PersonStanding person);

        void take(PersonStanding person);

        void endSessions(PersonStanding person);

        void makeResetLink(PersonStanding person);
    }

    PersonRow(PersonStanding person, boolean me, Actions actions) {
        Paragraph name = new Paragraph();
        name.add(new Anchor("/users/" + person.username(), "@" + person.username()));
        if (me) {
            name.add(badge("people.you", "accent"));
        }
        if (person.isAdministrator()) {
            name.add(badge("people.administrator", "accent"));
        }
        if (person.isBanned()) {
            name.add(badge("people.is-banned", "warn"));
        }
        Div words = new Div(name);
        person.banReason().filter(reason -> !reason.isEmpty()).ifPresent(reason -> {
            Paragraph why = new Paragraph(reason);
            why.addClassNames("muted", "small");
            words.add(why);
        });
        Div buttons = new Div();
        buttons.addClassName("form-actions");
        if (person.isBanned()) {
            buttons.add(button("people.unban", person, () -> actions.unban(person)));
        } else {
            buttons.add(button(
                    "people.reset-link",
                    person,
                    () -> ask("people.reset-link", person, () -> actions.makeResetLink(person))));
            buttons.add(button(
                    "people.end-sessions",
                    person,
                    () -> ask("people.end-sessions", person, () -> actions.endSessions(person))));
            buttons.add(
                    person.isAdministrator()
                            ? button(
                                    "people.take", person, () -> ask("people.take", person, () -> actions.take(person)))
                            : button(
                                    "people.grant",
                                    person,
                                    () -> ask("people.grant", person, () -> actions.grant(person))));
            if (!me) {
                NativeButton ban = button(
                        "people.ban",
                        person,
                        () -> new BanQuestion(person.username(), reason -> actions.ban(person, reason)).open());
                ban.addClassName("danger");
                buttons.add(ban);
            }
        }
        getContent().addClassName("person-row");
        getContent().getElement().setAttribute("role", "listitem");
        getContent().add(words, buttons);
    }

    private Span badge(String key, String kind) {
        Span badge = new Span(getTranslation(key));
        badge.addClassNames("badge", kind);
        return badge;
    }

    /** Whom it is about is read out, and stands in the row for the eye. */
    private NativeButton button(String key, PersonStanding person, Runnable press) {
        NativeButton button = new NativeButton(getTranslation(key), click -> press.run());
        button.addClassNames("button", "small");
        button.setAriaLabel(getTranslation(key) + ", @" + person.username());
        return button;
    }

    private static void ask(String key, PersonStanding person, Runnable yes) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(question.getTranslation(key + ".ask", person.username()));
        question.setText(question.getTranslation(key + ".text", person.username()));
        question.setConfirmButton(question.getTranslation(key), confirmed -> yes.run());
        question.setCancelable(true);
        question.setCancelButtonTheme("");
        question.setCancelText(question.getTranslation("cancel"));
        question.open();
    }
}
