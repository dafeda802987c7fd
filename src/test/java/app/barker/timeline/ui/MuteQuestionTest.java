package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteQuestionTest extends ViewTest {

    private final List<Optional<Duration>> muted = new ArrayList<>();

    @Test
    void asksBeforeAPersonIsMuted() {
        MuteQuestion.ofPerson("bella", muted::add).open();

        assertThat(test(question()).getHeader()).isEqualTo("Mute @bella?");
        assertThat(muted).isEmpty();
    }

    @Test
    void asksBeforeAThreadIsMuted() {
        MuteQuestion.ofThread(muted::add).open();

        assertThat(test(question()).getHeader()).isEqualTo("Mute this thread?");
    }

    @Test
    void whoChangesNothingMutesForAWeek() {
        MuteQuestion.ofPerson("bella", muted::add).open();

        test(question()).confirm();

        assertThat(muted).containsExactly(Optional.of(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @CsvSource({"DAY, 1", "WEEK, 7", "MONTH, 30"})
    void aMuteEndsByItself(String choice, int days) {
        MuteQuestion.ofPerson("bella", muted::add).open();
        choose(choice);

        test(question()).confirm();

        assertThat(muted).containsExactly(Optional.of(Duration.ofDays(days)));
    }

    @Test
    void aMuteCanLastForGood() {
        MuteQuestion.ofPerson("bella", muted::add).open();
        choose("FOR_GOOD");

        test(question()).confirm();

        assertThat(muted).containsExactly(Optional.empty());
    }

    @Test
    void aLengthThatNobodyOfferedIsNotTaken() {
        MuteQuestion.ofPerson("bella", muted::add).open();
        choose("A_CENTURY");

        test(question()).confirm();

        assertThat(muted).containsExactly(Optional.of(Duration.ofDays(7)));
    }

    @Test
    void whoCancelsMutesNobody() {
        MuteQuestion.ofPerson("bella", muted::add).open();

        test(question()).cancel();

        assertThat(muted).isEmpty();
    }

    private ConfirmDialog question() {
        return find(ConfirmDialog.class).single();
    }

    private void choose(String length) {
        Element label = find(MuteLengthField.class).single().getElement();
        label.getChildren()
                .filter(child -> child.getTag().equals("select"))
                .findFirst()
                .orElseThrow()
                .setProperty("value", length);
    }
}
