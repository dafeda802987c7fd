package app.barker.feed.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.feed.Feeds;
import app.barker.testing.SignedInViewTest;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FeedsViewTest extends SignedInViewTest {

    @Autowired
    Feeds feeds;

    @Test
    void anAddressIsShownOnceAndTheListDoesNotKnowIt() {
        navigate(FeedsView.class);

        press("Turn on");

        String address = find(Code.class).single().getText();
        assertThat(address).matches("https?://[^/]+/feeds/[0-9A-Za-z_-]{22}");
        assertThat(String.valueOf(argumentsOf(list(), "show")))
                .contains("Home")
                .doesNotContain(address.substring(address.lastIndexOf('/') + 1));
        assertThat(feeds.of(me)).hasSize(1);
    }

    @Test
    void aNameThatIsNobodysIsRefusedAtItsField() {
        navigate(FeedsView.class);
        find(FeedForm.class).single().getElement().getChild(2).getChild(1).setProperty("value", "PERSON");
        TextField name = find(TextField.class).single();
        name.setValue("nobody-at-all");

        press("Turn on");

        assertThat(name.getErrorMessage()).isEqualTo("There is nobody of this name for you.");
        assertThat(feeds.of(me)).isEmpty();
    }

    @Test
    void withoutAFreshProofThePasswordIsAskedFor() {
        navigate(FeedsView.class);
        open.proofIsOld(me);

        press("Turn on");

        assertThat(feeds.of(me)).isEmpty();
    }

    @Test
    void turningOffEndsItAndIdsOfOthersLeadNowhere() {
        navigate(FeedsView.class);
        press("Turn on");
        long id = feeds.of(me).getFirst().id();

        list().revoke("99999999");
        list().revoke("x");
        list().revoke(null);
        list().renew("99999999");
        assertThat(feeds.of(me)).hasSize(1);

        list().renew(String.valueOf(id));
        assertThat(find(Code.class).all()).hasSize(1);
        list().revoke(String.valueOf(id));
        assertThat(feeds.of(me)).isEmpty();
        assertThat(find(Code.class).all()).isEmpty();
    }

    private FeedList list() {
        return find(FeedList.class).single();
    }
}
