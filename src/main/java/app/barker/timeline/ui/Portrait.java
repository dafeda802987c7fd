package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.account.Profile;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;

/** How somebody looks: their picture, or the dog that is drawn for their name. Decorative: the name stands beside it. */
class Portrait extends Composite<Div> {

    Portrait(Profile person) {
        getContent().addClassName("portrait");
        show(person);
    }

    void show(Profile person) {
        getContent().removeAll();
        String address = AvatarAddress.of(person);
        getContent().add(address.isEmpty() ? new Dog(person.username()) : picture(address));
    }

    private static Component picture(String address) {
        Image picture = new Image(address, "");
        picture.addClassName("avatar");
        return picture;
    }

    @Tag("barker-avatar")
    @JsModule("./barker-avatar.ts")
    private static class Dog extends Component {
        Dog(String username) {
            getElement().setAttribute("name", username);
        }
    }
}
