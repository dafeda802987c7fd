package app.barker.account;

import app.barker.shared.Language;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The language that somebody is spoken to in, wherever they log in and in what is written to them. */
@Service
public class LanguageChoice {

    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;

    LanguageChoice(AccountRepository accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    /** Empty for that of each browser. */
    @Transactional(readOnly = true)
    public Optional<Language> of(long accountId) {
        return accounts.findById(accountId).flatMap(Account::language);
    }

    /**
     * Changes one's own.
     *
     * @param language empty for that of each browser
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void choose(Viewer me, Optional<Language> language) {
        accounts.lockAlone(me.id())
                .filter(Account::isActive)
                .orElseThrow(AccountGone::new)
                .speak(language);
        events.publishEvent(new LanguageChosen(me.id(), language));
    }
}
