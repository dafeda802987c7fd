package app.barker.timeline.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;

/** Takes a word that is to be muted, and for how long. */
class MuteWordForm extends Composite<Div> {

    private final TextField word = new TextField(getTranslation("mutes.word"));
    private final MuteLengthField length = new MuteLengthField();
    private final Muting muting;

    /** Mutes a word as typed; says, in the reader's language, why it was not muted, or nothing when it was. */
    @FunctionalInterface
    interface Muting {
        Optional<String> mute(String word, Optional<Duration> length);
    }

    MuteWordForm(Muting muting) {
        this.muting = muting;
        word.setHelperText(getTranslation("mutes.word.hint"));
        Button add = new Button(getTranslation("mutes.word.add"), pressed -> mute());
        add.addClickShortcut(Key.ENTER).listenOn(word);
        getContent().addClassName("mute-word");
        getContent().add(word, length, add);
    }

    private void mute() {
        Optional<String> refused = muting.mute(word.getValue(), length.duration());
        word.setInvalid(refused.isPresent());
        word.setErrorMessage(refused.orElse(""));
        if (refused.isEmpty()) {
            word.clear();
        }
        word.focus();
    }
}
