package app.barker.timeline;

import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.follow.ReaderRules;
import app.barker.shared.FoldedText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes out of what was found what a reader may not or does not want to see. */
@Component
class ReaderFilter {

    private static final long NOBODY = -1;

    private final Clock clock;

    ReaderFilter(Clock clock) {
        this.clock = clock;
    }

    /** One reader, in one kind of list, now. */
    interface Reading {
        Optional<BarkCard> admit(CardQuery.Row row);
    }

    /** Blocks and mutes. */
    Reading forLists(ReaderRules rules) {
        Instant now = clock.instant();
        return row -> isWanted(row.card(), rules, now, NOBODY)
                        && !rules.hidesThread(row.card().rootId(), now)
                ? Optional.of(curtain(row, rules, now))
                : Optional.empty();
    }

    /** As in lists, but whoever opens a muted thread wants to see that thread. */
    Reading forThread(ReaderRules rules) {
        Instant now = clock.instant();
        return row ->
                isWanted(row.card(), rules, now, NOBODY) ? Optional.of(curtain(row, rules, now)) : Optional.empty();
    }

    /** As in lists, but whoever opens a muted person's profile wants to see that person's barks. */
    Reading forProfile(ReaderRules rules, long owner) {
        Instant now = clock.instant();
        return row ->
                isWanted(row.card(), rules, now, owner) ? Optional.of(curtain(row, rules, now)) : Optional.empty();
    }

    /** Blocks alone: whoever opens a bark by its address wants to see it. */
    Reading forDirectLinks(ReaderRules rules) {
        Instant now = clock.instant();
        return row ->
                rules.isBlocked(row.card().author().id()) ? Optional.empty() : Optional.of(curtain(row, rules, now));
    }

    /** What has become of a bark that a page shows already: blocks alone, and no quote that a card would not have. */
    Optional<BarkChange> ofShown(BarkChange change, long reader, ReaderRules rules) {
        Instant now = clock.instant();
        return change instanceof BarkChange.Updated updated && rules.isBlocked(updated.authorId())
                ? Optional.empty()
                : Optional.of(change.forReader(reader, author -> rules.hidesPerson(author, now)));
    }

    private static boolean isWanted(BarkCard card, ReaderRules rules, Instant now, long owner) {
        if (isUnwanted(card.author().id(), rules, now, owner)
                || card.rebarkedBy()
                        .filter(by -> isUnwanted(by.id(), rules, now, owner))
                        .isPresent()) {
            return false;
        }
        return card.marks().mine() || card.author().id() == owner || !rules.hidesText(new FoldedText(card.text()), now);
    }

    private static boolean isUnwanted(long person, ReaderRules rules, Instant now, long owner) {
        return person == owner ? rules.isBlocked(person) : rules.hidesPerson(person, now);
    }

    /** Hides from a card that is shown what a blocked person said, and what a muted one is quoted with. */
    private static BarkCard curtain(CardQuery.Row row, ReaderRules rules, Instant now) {
        BarkCard card = row.card();
        boolean hideParent = row.parentAuthorId().filter(rules::isBlocked).isPresent();
        boolean hideQuote = card.quote()
                .filter(quote -> rules.hidesPerson(quote.author().id(), now))
                .isPresent();
        return hideParent || hideQuote ? card.without(hideParent, hideQuote) : card;
    }
}
