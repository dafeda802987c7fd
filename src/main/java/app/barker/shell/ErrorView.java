package app.barker.shell;

import app.barker.shared.IncidentCode;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** For what should not have happened. Says so, keeps the details for the log, and gives a code that finds them there. */
@AnonymousAllowed
public class ErrorView extends Composite<Div> implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        IncidentCode code = IncidentCode.draw();
        LOG.error("A page failed; code {}", code, parameter.getException());
        ErrorPage page = new ErrorPage(getTranslation("failed.title"), getTranslation("failed.text"));
        page.quote(getTranslation("failed.quote"), code);
        page.way("/" + event.getLocation().getPathWithQueryParameters(), getTranslation("failed.again"));
        getContent().add(page);
        return isDatabaseAway(parameter.getException())
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page-title", getTranslation("failed.page-title"));
    }
}
