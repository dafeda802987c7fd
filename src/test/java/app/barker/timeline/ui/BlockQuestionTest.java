package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.ViewTest;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockQuestionTest extends ViewTest {

    private final AtomicInteger blocks = new AtomicInteger();

    @BeforeEach
    void isAsked() {
        new BlockQuestion("bella", blocks::incrementAndGet).open();
    }

    @Test
    void saysThatABlockWorksBothWays() {
        ConfirmDialog question = find(ConfirmDialog.class).single();

        assertThat(test(question).getHeader()).isEqualTo("Block @bella?");
        assertThat(test(question).getText()).contains("neither of you", "If you follow each other, that ends.");
        assertThat(blocks).hasValue(0);
    }

    @Test
    void blocksWhenThatIsConfirmed() {
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(blocks).hasValue(1);
    }

    @Test
    void whoCancelsBlocksNobody() {
        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(blocks).hasValue(0);
    }
}
