package app.barker.timeline.ui;

import app.barker.account.AvatarAddress;
import app.barker.bark.BarkCard.Author;
import app.barker.search.SearchQuery;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/**
 * The field of the search, and what stands between it and the barks that were found: people, or what went wrong, or how one searches.
 * The field leads to an address, as a link does; the server is not asked before.
 */
@Tag("barker-search")
@JsModule("./barker-search.ts")
class SearchForm extends Component {

    /** Somebody who was found; the avatar is empty for the drawn dog. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Person(String username, String name, String avatar) {}

    /** For the field alone, which looks through the reader's bookmarks. */
    static SearchForm inBookmarks() {
        SearchForm form = new SearchForm();
        form.getElement().setAttribute("within", "is:bookmarked");
        return form;
    }

    /** @param people whose names begin as typed */
    void show(SearchQuery query, List<Author> people) {
        getElement()
                .callJsFunction(
                        "show",
                        query.typed(),
                        query.problem()
                                .map(problem -> getTranslation("search.problem." + problem))
                                .orElse(""),
                        people.stream()
                                .map(person -> new Person(
                                        person.username(),
                                        person.displayName(),
                                        AvatarAddress.of(person.id(), person.avatarVersion())))
                                .toList());
    }
}
