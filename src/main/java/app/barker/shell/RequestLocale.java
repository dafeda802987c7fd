package app.barker.shell;

import app.barker.shared.PageLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What Spring calls the locale of a request is the language of its answer. */
@Component("localeResolver")
class RequestLocale extends AcceptHeaderLocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return PageLanguage.of(request).locale();
    }
}
