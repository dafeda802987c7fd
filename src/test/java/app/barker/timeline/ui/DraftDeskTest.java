package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Viewer;
import app.barker.bark.ui.ClientDraft;
import app.barker.draft.DraftService;
import app.barker.testing.CountedStatements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page does with drafts. */
class DraftDeskTest extends FeedViewTest {

    @Autowired
    DraftService drafts;

    @Autowired
    CountedStatements statements;

    private long ofBella;

    @BeforeEach
    void rexReadsABarkOfBella() {
        ofBella = barking.bark(bella, "Who wants to play?");
        open(rex);
    }

    @Test
    void whatIsWrittenIsFoundAndGoesWhenItIsPosted() {
        String half = key();
        assertThat(save("Half", half, "", "")).isEmpty();
        String whole = key();
        assertThat(save("Half a thought", whole, half, "")).isEmpty();

        assertThat(listed()).extracting(ClientDraft::text).containsExactly("Half a thought");
        assertThat(opened(half)).isNull();
        assertThat(opened(whole).text()).isEqualTo("Half a thought");

        call(composer(), "post", "Half a thought", whole);
        assertThat(listed()).isEmpty();
    }

    @Test
    void anAnswerComesWithWhatItAnswers() {
        String key = key();
        save("I do", key, "", String.valueOf(ofBella));

        assertThat(listed()).extracting(ClientDraft::isAnswer).containsExactly(true);
        assertThat(opened(key).answered())
                .hasValueSatisfying(card -> assertThat(card.id()).isEqualTo(String.valueOf(ofBella)));
    }

    @Test
    void whatIsNotForItsWriterAnyMoreStaysAwayAndTheTextStays() {
        String key = key();
        save("I do", key, "", String.valueOf(ofBella));

        blocks.block(bella, rex.username());
        assertThat(opened(key)).isEqualTo(new ClientDraft.Opened("I do", true, Optional.empty()));
        blocks.unblock(bella, rex.username());
        assertThat(opened(key).answered()).isPresent();
        barks.delete(bella, ofBella);
        assertThat(opened(key)).isEqualTo(new ClientDraft.Opened("I do", true, Optional.empty()));
    }

    @Test
    void nobodyOpensOrListsADraftOfSomebodyElse() {
        String key = key();
        save("Between you and me", key, "", "");
        assertThat(opened(key)).isNotNull();

        open(otto);

        assertThat(opened(key)).isNull();
        assertThat(listed()).isEmpty();
        call(composer(), "discardDrafts", key);
        open(rex);
        assertThat(opened(key)).isNotNull();
        call(composer(), "discardDrafts", key);
        assertThat(listed()).isEmpty();
    }

    @Test
    void saysWhyATextIsNotKept() {
        assertThat(save("🐶".repeat(DraftService.LONGEST), key(), "", ""))
                .isEqualTo("This is too long to be kept as a draft. It stays in this tab.");
        for (int i = 0; i < DraftService.MOST; i++) {
            save("Draft " + i, key(), "", "");
        }
        assertThat(save("One too many", key(), "", "")).startsWith("You have 50 drafts, which is the most.");
    }

    @Test
    void aListShowsTheBeginningOfALongOne() {
        save("🐶".repeat(300), key(), "", "");

        assertThat(listed()).extracting(ClientDraft::text).containsExactly("🐶".repeat(200));
    }

    @Test
    void aPageThatIsOpenedAsksForNoDraft() {
        save("Half a thought", key(), "", "");
        // Who has been here before is known already.
        open(otto);
        long without = statements.during(() -> open(otto));

        assertThat(statements.during(() -> open(rex))).isEqualTo(without);
        assertThat(everythingTold()).doesNotContain("Half a thought");
        assertThat(statements.during(this::listed)).isEqualTo(1);
    }

    private void open(Viewer reader) {
        logIn(reader);
        navigate(HomeView.class);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String save(String text, String key, String earlier, String inReplyTo) {
        return (String) call(composer(), "saveDraft", text, key, earlier, inReplyTo);
    }

    @SuppressWarnings("unchecked")
    private List<ClientDraft> listed() {
        return (List<ClientDraft>) call(composer(), "drafts");
    }

    private ClientDraft.Opened opened(String key) {
        return (ClientDraft.Opened) call(composer(), "openDraft", key);
    }
}
