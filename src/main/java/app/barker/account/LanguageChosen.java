package app.barker.account;

import app.barker.shared.Language;
import java.util.Optional;

/** Somebody wants to be spoken to in this language from now on; empty for that of each browser. */
public record LanguageChosen(long accountId, Optional<Language> language) {}
