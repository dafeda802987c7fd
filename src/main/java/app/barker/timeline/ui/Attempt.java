package app.barker.timeline.ui;

import app.barker.bark.BarkNotFound;
import app.barker.bark.NotYourBark;
import app.barker.follow.PersonNotFound;
import app.barker.media.MediaRefused;
import app.barker.shared.LimitReached;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Does what a person asked for, or says in their language why it was not done. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private Attempt() {}

    /** Empty when it was done. */
    static Optional<String> to(Runnable action) {
        return to(action, () -> I18NProvider.translate("bark.not-done"));
    }

    /** The same for what somebody has written: they are told that they still have it. */
    static Optional<String> toSend(Runnable action) {
        return to(action, () -> I18NProvider.translate("bark.not-sent"));
    }

    /** The same for what they are still writing. */
    static Optional<String> toKeep(Runnable action) {
        return to(action, () -> I18NProvider.translate("draft.not-kept"));
    }

    private static Optional<String> to(Runnable action, Supplier<String> notStoredInWords) {
        try {
            action.run();
            return Optional.empty();
        } catch (BarkNotFound | NotYourBark gone) {
            LOG.debug("Not for the one who asked", gone);
            return Optional.of(I18NProvider.translate("refused.bark-gone"));
        } catch (PersonNotFound gone) {
            LOG.debug("Not for the one who asked", gone);
            return Optional.of(I18NProvider.translate("refused.person-gone"));
        } catch (MediaRefused refused) {
            LOG.debug("Not to be shown", refused);
            return Optional.of(I18NProvider.translate("media.problem." + refused.problem()));
        } catch (LimitReached tooMuch) {
            long seconds = Math.max(1, tooMuch.untilNext().toSeconds());
            return Optional.of(
                    seconds < 60
                            ? I18NProvider.translate("refused.limit.seconds", seconds)
                            : I18NProvider.translate("refused.limit.minutes", (seconds + 59) / 60));
        } catch (DataAccessException | TransactionException notStored) {
            LOG.error("What a person asked for could not be stored", notStored);
            return Optional.of(notStoredInWords.get());
        }
    }
}
