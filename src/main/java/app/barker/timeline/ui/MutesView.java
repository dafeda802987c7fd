package app.barker.timeline.ui;

import app.barker.account.Viewer;
import app.barker.follow.BlockService;
import app.barker.follow.Mute;
import app.barker.follow.Mute.MutedPerson;
import app.barker.follow.Mute.MutedThread;
import app.barker.follow.Mute.MutedWord;
import app.barker.follow.MuteService;
import app.barker.shared.ui.SettingsNav;
import app.barker.shared.ui.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Settings: what one does not want to read, and whom one does not want to meet. */
@Route("settings/mutes")
@PermitAll
public class MutesView extends Composite<Div> implements HasDynamicTitle {

    private final Viewer me;
    private final MuteService mutes;
    private final BlockService blocks;
    private final MuteList people = new MuteList("mutes", getTranslation("mutes.people.none"), this::unmute);
    private final MuteList words = new MuteList("mutes", getTranslation("mutes.words.none"), this::unmute);
    private final MuteList threads = new MuteList("mutes", getTranslation("mutes.threads.none"), this::unmute);
    private final MuteList blocked = new MuteList("blocks", getTranslation("mutes.blocked.none"), this::unblock);

    MutesView(AuthenticationContext authentication, MuteService mutes, BlockService blocks) {
        this.me = authentication.getAuthenticatedUser(Viewer.class).orElseThrow();
        this.mutes = mutes;
        this.blocks = blocks;
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.addClassName("page-head");
        getContent().addClassNames("page", "settings");
        Paragraph lead = new Paragraph(getTranslation("mutes.text"));
        lead.addClassName("lead");
        getContent()
                .add(
                        head,
                        new SettingsNav(SettingsNav.MUTES),
                        lead,
                        section("mutes.words", new MuteWordForm(this::muteWord), words),
                        section("mutes.people", people),
                        section("mutes.threads", threads),
                        section("mutes.blocked", blocked));
        show();
    }

    private Section section(String title, Component... content) {
        Section section = new Section(new H2(getTranslation(title)));
        section.add(content);
        return section;
    }

    private void show() {
        List<Mute> all = mutes.mutesOf(me);
        people.show(rows(all, MutedPerson.class::isInstance));
        words.show(rows(all, MutedWord.class::isInstance));
        threads.show(rows(all, MutedThread.class::isInstance));
        blocked.show(blocks.blockedBy(me).stream()
                .map(person -> new MuteList.Row(person.username(), person.username(), person.displayName(), "", ""))
                .toList());
    }

    private List<MuteList.Row> rows(List<Mute> all, Predicate<Mute.Target> kind) {
        return all.stream()
                .filter(mute -> kind.test(mute.target()))
                .map(this::row)
                .toList();
    }

    private MuteList.Row row(Mute mute) {
        String key = String.valueOf(mute.id());
        String until = mute.endsAt().map(Instant::toString).orElse("");
        return switch (mute.target()) {
            case MutedPerson person ->
                new MuteList.Row(key, person.username(), person.displayName(), "/users/" + person.username(), until);
            case MutedWord word -> new MuteList.Row(key, "", word.phrase(), "", until);
            case MutedThread thread ->
                new MuteList.Row(key, "", getTranslation("mutes.thread"), "/barks/" + thread.rootId(), until);
        };
    }

    private Optional<String> muteWord(String word, Optional<Duration> length) {
        Optional<String> refused =
                mutes.muteWord(me, word, length).map(problem -> getTranslation("mute.word.problem." + problem));
        show();
        return refused;
    }

    private void unmute(String key) {
        Places.number(key).ifPresent(id -> mutes.unmute(me, id));
        show();
    }

    private void unblock(String username) {
        Toast.sayIfRefused(Attempt.to(() -> blocks.unblock(me, username)));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("mutes.title"));
    }
}
