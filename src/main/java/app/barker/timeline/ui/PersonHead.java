package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.bark.RichText;
import app.barker.bark.ui.ClientSegments;
import app.barker.follow.MuteService;
import app.barker.shared.ui.Toast;
import app.barker.timeline.ProfileFacts.Facts;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The head of a profile, and what its buttons do. */
final class PersonHead implements ProfileHead.Actions {

    private final BarkDesk desk;
    private final MuteService mutes;
    private final String username;
    private final ProfileHead head = new ProfileHead(this);

    PersonHead(BarkDesk desk, MuteService mutes, Facts person) {
        this.desk = desk;
        this.mutes = mutes;
        this.username = person.profile().username();
        head.show(new ProfileHead.Head(
                username,
                person.profile().displayName(),
                AvatarAddress.of(person.profile().id(), person.profile().avatarVersion()),
                ClientSegments.of(RichText.of(person.profile().bio(), Set.of())),
                person.profile().since().toString(),
                person.barks(),
                person.following(),
                person.followers(),
                person.followsYou(),
                person.followed(),
                person.mine()));
        head.showMuted(person.muted());
    }

    ProfileHead component() {
        return head;
    }

    @Override
    public Optional<String> follow(boolean on) {
        return desk.follow(username, on);
    }

    @Override
    public void mute() {
        MuteQuestion.ofPerson(username, this::mute).open();
    }

    @Override
    public void unmute() {
        Optional<String> refused = Attempt.to(() -> mutes.unmutePerson(desk.me(), username));
        Toast.sayIfRefused(refused);
        head.showMuted(refused.isPresent());
    }

    @Override
    public void block() {
        new BlockQuestion(username, this::blockAndLeave).open();
    }

    private void mute(Optional<Duration> length) {
        Optional<String> refused = Attempt.to(() -> mutes.mutePerson(desk.me(), username, length));
        Toast.sayIfRefused(refused);
        head.showMuted(refused.isEmpty());
    }

    /** From then on there is nothing here for either of them. */
    private void blockAndLeave() {
        if (desk.block(username)) {
            UI.getCurrent().navigate("");
        }
    }
}
