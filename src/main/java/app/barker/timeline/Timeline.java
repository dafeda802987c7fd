package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkPage;
import app.barker.follow.ReaderRules;
import app.barker.follow.Readers;
import app.barker.search.SearchQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of barks that a person may read, newest first. Each page is what stands before an entry, by its id, and costs the
 * same wherever it is. As a repository its failures are told in Spring's terms, like all others.
 */
@Repository
@Transactional(readOnly = true)
public class Timeline {

    public static final int PAGE_SIZE = 20;

    /** What a reader who comes back to a long list gets at once. */
    public static final int LONGEST_PAGE = 200;

    /** Before everything: the newest page. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final String ENTRIES = "select " + CardQuery.ENTRY + " from barks b ";

    /** H2 would take an index for "is null" alone, and sort nearly all barks. To PostgreSQL both mean the same. */
    private static final String IS_NO_REBARK = "(b.rebark_of_id is null) = true";

    private static final String NEWEST_FIRST = " and b.id < :before order by b.id desc limit :rows";

    /** With the whole index in the order, H2 sees that nothing is left to sort. */
    private static final String NEWEST_OF_AUTHOR_FIRST =
            " and b.id < :before order by b.author_id, b.id desc limit :rows";

    private final CardQuery cards;
    private final HomeEntries home;
    private final SearchEntries search;
    private final BarkNews news;
    private final Readers readers;
    private final ReaderFilter filter;

    Timeline(
            CardQuery cards,
            HomeEntries home,
            SearchEntries search,
            BarkNews news,
            Readers readers,
            ReaderFilter filter) {
        this.cards = cards;
        this.home = home;
        this.search = search;
        this.news = news;
        this.readers = readers;
        this.filter = filter;
    }

    /**
     * Whom the reader follows, and the reader; everyone until they follow somebody.
     *
     * @param before an entry id; it need not exist any more
     * @param size at most {@link #LONGEST_PAGE}
     */
    public BarkPage home(Viewer me, long before, int size) {
        ReaderRules rules = readers.rulesOf(me);
        if (!rules.followsAnyone()) {
            return everyone(me, before, size);
        }
        List<CardQuery.Row> found = home.newest(me, rules, before, rows(size));
        return page(found, size, filter.forLists(rules));
    }

    /** What everyone says, replies included, without rebarks. */
    public BarkPage everyone(Viewer me, long before, int size) {
        return list(me, ENTRIES + "where " + IS_NO_REBARK + NEWEST_FIRST, Map.of(), before, size);
    }

    /** What carries a tag, as {@link app.barker.bark.RichText#tagsIn} writes it. */
    public BarkPage tagged(Viewer me, String tag, long before, int size) {
        return list(
                me,
                "select " + CardQuery.ENTRY + " from tags t join barks b on b.id = t.bark_id"
                        + " where t.tag = :tag and t.bark_id < :before order by t.tag desc, t.bark_id desc limit :rows",
                Map.of("tag", tag),
                before,
                size);
    }

    /** What a person says and passes on, without replies. */
    public BarkPage barksOf(Viewer me, long authorId, long before, int size) {
        return ofOnePerson(
                me,
                ENTRIES + "where b.author_id = :author and b.parent_id is null" + NEWEST_OF_AUTHOR_FIRST,
                authorId,
                before,
                size);
    }

    public BarkPage repliesOf(Viewer me, long authorId, long before, int size) {
        return ofOnePerson(
                me,
                ENTRIES + "where b.author_id = :author and b.parent_id is not null" + NEWEST_OF_AUTHOR_FIRST,
                authorId,
                before,
                size);
    }

    /** What a person shows in barks and replies. */
    public BarkPage mediaOf(Viewer me, long authorId, long before, int size) {
        return ofOnePerson(
                me,
                "select " + CardQuery.ENTRY + " from media m join barks b on b.id = m.bark_id"
                        + " where m.account_id = :author and m.position = 0 and m.bark_id < :before"
                        + " order by m.bark_id desc limit :rows",
                authorId,
                before,
                size);
    }

    /** What a person likes, the newest like first: {@code before} is a like's id, as is {@link BarkPage#next}. */
    public BarkPage likesOf(Viewer me, long authorId, long before, int size) {
        return ofOnePerson(
                me,
                "select l.id as cursor_id, b.id, b.author_id, b.rebark_of_id from likes l join barks b on b.id = l.bark_id"
                        + " where l.account_id = :author and l.id < :before order by l.account_id, l.id desc limit :rows",
                authorId,
                before,
                size);
    }

    /** What the reader has put aside, the newest bookmark first: {@code before} is a bookmark's id, as is {@link BarkPage#next}. */
    public BarkPage bookmarked(Viewer me, long before, int size) {
        List<CardQuery.Row> found = find(
                me,
                "select k.id as cursor_id, b.id, b.author_id, b.rebark_of_id from bookmarks k join barks b on b.id = k.bark_id"
                        + " where k.account_id = :me and k.id < :before order by k.account_id, k.id desc limit :rows",
                Map.of(),
                before,
                size);
        // Who has put something aside wants to see it, muted or not.
        return page(found, size, filter.forDirectLinks(readers.rulesOf(me)));
    }

    /** What has all that is sought, and nothing that is not; by the words that it says now. */
    public BarkPage found(Viewer me, SearchQuery query, long before, int size) {
        return query.isEmpty()
                ? BarkPage.empty()
                : page(search.newest(me, query, before, rows(size)), size, filter.forLists(readers.rulesOf(me)));
    }

    /** The bark on top of a person's profile. */
    public Optional<BarkCard> pinnedBy(Viewer me, long authorId) {
        return cards
                .newestFirst(
                        me,
                        "select " + CardQuery.ENTRY + " from pins p join barks b on b.id = p.bark_id"
                                + " where p.account_id = :author",
                        1,
                        Map.of("author", authorId))
                .stream()
                .flatMap(row -> filter.forProfile(readers.rulesOf(me), authorId).admit(row).stream())
                .findFirst();
    }

    /** One bark, unless a block stands between its author and the reader. */
    public Optional<BarkCard> card(Viewer me, long barkId) {
        return cards.some(me, List.of(barkId)).stream()
                .flatMap(row -> filter.forDirectLinks(readers.rulesOf(me)).admit(row).stream())
                .findFirst();
    }

    /** Those of these barks that no block stands before, in no particular order. */
    public List<BarkCard> cards(Viewer me, List<Long> barkIds) {
        ReaderFilter.Reading reading = filter.forDirectLinks(readers.rulesOf(me));
        return cards.some(me, barkIds).stream()
                .flatMap(row -> reading.admit(row).stream())
                .toList();
    }

    /** One bark, as far as lists show it to the reader: unless a block or a mute keeps it away. */
    public Optional<BarkCard> listed(Viewer me, long barkId) {
        return cards.some(me, List.of(barkId)).stream()
                .flatMap(row -> filter.forLists(readers.rulesOf(me)).admit(row).stream())
                .findFirst();
    }

    /** One bark, as far as its author's profile shows it to the reader. */
    public Optional<BarkCard> onProfile(Viewer me, long barkId) {
        return cards.some(me, List.of(barkId)).stream()
                .flatMap(row -> filter
                        .forProfile(readers.rulesOf(me), row.card().author().id())
                        .admit(row)
                        .stream())
                .findFirst();
    }

    /** What has become of the newest {@link #LONGEST_PAGE} of the barks that a page shows; what the reader may not see is gone. */
    public List<BarkChange> changesOf(Viewer me, List<Long> barkIds) {
        ReaderRules rules = readers.rulesOf(me);
        List<Long> asked = barkIds.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(LONGEST_PAGE)
                .toList();
        Map<Long, BarkChange> found = news.changesOf(asked, List.of(me.id())).stream()
                .flatMap(change -> filter.ofShown(change, me.id(), rules).stream())
                .collect(Collectors.toMap(BarkChange::barkId, change -> change));
        return asked.stream()
                .map(id -> found.getOrDefault(id, new BarkChange.Gone(id)))
                .toList();
    }

    /** Which of the barks that a page shows belong to the thread that begins with one. */
    public List<Long> inThread(long rootId, List<Long> barkIds) {
        return news.inThread(rootId, barkIds);
    }

    private BarkPage ofOnePerson(Viewer me, String entries, long authorId, long before, int size) {
        return page(
                find(me, entries, Map.of("author", authorId), before, size),
                size,
                filter.forProfile(readers.rulesOf(me), authorId));
    }

    private BarkPage list(Viewer me, String entries, Map<String, ?> parameters, long before, int size) {
        return page(find(me, entries, parameters, before, size), size, filter.forLists(readers.rulesOf(me)));
    }

    private List<CardQuery.Row> find(Viewer me, String entries, Map<String, ?> parameters, long before, int size) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("before", before);
        return cards.newestFirst(me, entries, rows(size), all);
    }

    /** One more than shown tells if more follow. Whole pages: each number is a statement that a connection keeps. */
    private static int rows(int size) {
        return Math.ceilDiv(shown(size), PAGE_SIZE) * PAGE_SIZE + 1;
    }

    private static int shown(int size) {
        return Math.clamp(size, 1, LONGEST_PAGE);
    }

    private static BarkPage page(List<CardQuery.Row> found, int size, ReaderFilter.Reading reading) {
        int shown = shown(size);
        List<CardQuery.Row> rows = found.stream().limit(shown).toList();
        long next = rows.isEmpty() ? 0 : rows.getLast().card().entryId();
        List<BarkCard> cards =
                rows.stream().flatMap(row -> reading.admit(row).stream()).toList();
        return new BarkPage(cards, next, found.size() > shown);
    }
}
