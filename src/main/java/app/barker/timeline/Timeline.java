package app.barker.timeline;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkPage;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The lists of barks that a person may read. As a repository its failures are told in Spring's terms, like all others. */
@Repository
public class Timeline {

    public static final int PAGE_SIZE = 20;

    private final EntityManager entities;

    Timeline(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest barks of everyone. */
    public BarkPage newest(Viewer me) {
        return before(me, Long.MAX_VALUE);
    }

    /** The barks of everyone that are older than one; its id need not exist any more. */
    @Transactional(readOnly = true)
    public BarkPage before(Viewer me, long barkId) {
        // Always with a bound on the id: H2 sorts the whole table without one. One row more than shown tells if more
        // follow.
        List<BarkCard> barks = entities.createQuery("""
                        select new app.barker.bark.BarkCard(b.id, a.username, b.text, b.createdAt,
                            case when b.authorId = :me then true else false end)
                        from Bark b join Account a on a.id = b.authorId
                        where b.id < :before
                        order by b.id desc
                        """, BarkCard.class)
                .setParameter("me", me.id())
                .setParameter("before", barkId)
                .setMaxResults(PAGE_SIZE + 1)
                .getResultList();
        return new BarkPage(barks.stream().limit(PAGE_SIZE).toList(), barks.size() > PAGE_SIZE);
    }
}
