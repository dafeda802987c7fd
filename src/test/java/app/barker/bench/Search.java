package app.barker.bench;

import app.barker.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What the first page of a search costs the database among a great many barks, over what it costs among a thousand. */
final class Search implements Measure {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Worlds worlds = new Worlds(setting)) {
            List<Figure> figures = new ArrayList<>();
            for (FeedCase search : FeedCase.SEARCHES) {
                figures.addAll(new FeedComparison(setting, worlds, search, Timeline.PAGE_SIZE).figuresOfWorlds());
                setting.detail("== %s, among %d barks"
                        .formatted(search.name(), setting.scale().barks()));
                worlds.many()
                        .plansOf(reading -> search.firstPage(reading, Timeline.PAGE_SIZE))
                        .forEach(setting::detail);
            }
            return figures;
        }
    }
}
