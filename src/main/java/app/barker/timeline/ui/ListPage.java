package app.barker.timeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import org.jspecify.annotations.Nullable;

/** The frame of a page: its title and what stands in the column below, and beside it the rail where there is room. */
public class ListPage extends Div {

    private final Div column = new Div();
    private @Nullable Component rail;

    public ListPage() {
        addClassNames("page", "with-rail");
        column.addClassName("column");
        add(column);
    }

    void title(String title) {
        Div head = new Div(new H1(title));
        head.addClassName("page-head");
        column.add(head);
    }

    /** For a page that one comes to from a list. */
    void titleWithWayBack(String title) {
        Div head = new Div(new BackButton(), new H1(title));
        head.addClassName("page-head");
        column.add(head);
    }

    /** For a page that is drawn anew. */
    void clear() {
        column.removeAll();
        if (rail != null) {
            remove(rail);
        }
    }

    void column(Component... content) {
        column.add(content);
    }

    /** Before everything else; on screens that have room for a rail, on top of that. */
    void above(Component news) {
        news.getElement().getClassList().add("above-rail");
        addComponentAsFirst(news);
    }

    void rail(Component rail) {
        this.rail = rail;
        add(rail);
    }
}
