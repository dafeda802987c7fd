package app.barker.signin.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** The way out for good. Knows a callback, no service. */
class ClosingForm extends Composite<Section> {

    private final Input withBarks = new Input();

    /** What is done after the last question. */
    @FunctionalInterface
    interface Closing {
        void close(boolean withBarks);
    }

    ClosingForm(Closing closing) {
        withBarks.setType("checkbox");
        // Of a checkbox Vaadin's plain input knows only the text that a form would send.
        withBarks.getElement().addPropertyChangeListener("checked", "change", change -> {});
        NativeLabel label = new NativeLabel();
        label.addClassName("check");
        label.add(withBarks, new Span(getTranslation("account.close.with-barks")));
        Button close = new Button(getTranslation("account.close.button"), click -> ask(closing));
        close.addThemeName("error");
        Div actions = new Div(close);
        actions.addClassName("form-actions");
        Paragraph hint = new Paragraph(getTranslation("account.close.text"));
        hint.addClassName("hint");
        getContent().addClassNames("card", "form-card");
        getContent().add(new H2(getTranslation("account.close.title")), hint, label, actions);
    }

    private void ask(Closing closing) {
        boolean all = withBarks.getElement().getProperty("checked", false);
        ConfirmDialog question = new ConfirmDialog(
                getTranslation("account.close.ask"),
                getTranslation(all ? "account.close.ask.with-barks" : "account.close.ask.without-barks"),
                getTranslation("account.close.button"),
                yes -> closing.close(all));
        question.setCancelable(true);
        question.setCancelText(getTranslation("cancel"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelButtonTheme("");
        question.open();
    }
}
