package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.signin.OpenSignIns;
import app.barker.signin.SignedIn;
import app.barker.testing.SignedInViewTest;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsViewTest extends SignedInViewTest {

    @Test
    void listsEveryPlaceAndEndsOne() {
        SignedIn phone = open.open(rex, OpenSignIns.PHONE);
        navigate(SessionsView.class);
        assertThat(rows()).extracting(SessionList.Row::browser).containsExactly("Firefox", "Safari");

        call(list(), "revoke", String.valueOf(phone.signInId()));

        assertThat(open.endOf(phone)).isEqualTo("REVOKED");
        assertThat(rows()).extracting(SessionList.Row::why).containsExactly("", "REVOKED");
    }

    @Test
    void anothersOrNoneIsSaidToHaveEnded() {
        SignedIn hers = open.open(signUp("bella"), OpenSignIns.PHONE);
        navigate(SessionsView.class);

        call(list(), "revoke", String.valueOf(hers.signInId()));
        assertThat(test(find(Notification.class).single()).getText()).contains("has ended already");
        call(list(), "revoke", "bone");

        assertThat(open.isOpen(hers)).isTrue();
    }

    @Test
    void allOthersEndAfterAQuestion() {
        SignedIn phone = open.open(rex, OpenSignIns.PHONE);
        navigate(SessionsView.class);

        call(list(), "revokeOthers");
        assertThat(open.isOpen(phone)).isTrue();
        sayYes();

        assertThat(open.isOpen(phone)).isFalse();
        assertThat(open.isOpen(me)).isTrue();
    }

    @Test
    void whoProvedItLongAgoIsAskedFirst() {
        SignedIn phone = open.open(rex, OpenSignIns.PHONE);
        open.proofIsOld(me);
        navigate(SessionsView.class);

        call(list(), "revoke", String.valueOf(phone.signInId()));

        assertThat(hasTold(find(ProofQuestion.class).single(), "ask")).isTrue();
        assertThat(open.isOpen(phone)).isTrue();
    }

    @Test
    void newsComeToTheOpenPage() {
        navigate(SessionsView.class);
        open.open(rex, OpenSignIns.PHONE);
        letOthersIn();

        find(SessionsView.class).single().signInsChanged();

        assertThat(rows()).hasSize(2);
    }

    @Test
    void theExplanationIsAPageOfItsOwn() {
        navigate(SessionsExplainedView.class);

        assertThat(find(Markdown.class).single().getContent())
                .contains("Sessions, explained", "1. **Browser → Filters:** GET /")
                .doesNotContain("mermaid");
    }

    @SuppressWarnings("unchecked")
    private List<SessionList.Row> rows() {
        return (List<SessionList.Row>) argumentsOf(list(), "show").getFirst();
    }

    private SessionList list() {
        return find(SessionList.class).single();
    }
}
