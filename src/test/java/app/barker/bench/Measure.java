package app.barker.bench;

import java.util.List;

/** Takes one figure, or a few that belong together. Starts its own servers and ends them. */
interface Measure {

    /** As {@code --only} names it. */
    String name();

    List<Figure> take(Setting setting) throws Exception;
}
