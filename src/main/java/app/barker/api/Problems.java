package app.barker.api;

import app.barker.account.AccountGone;
import app.barker.account.LastAdministrator;
import app.barker.account.NotAnAdministrator;
import app.barker.account.Viewer;
import app.barker.bark.BarkNotFound;
import app.barker.bark.NotYourBark;
import app.barker.follow.PersonNotFound;
import app.barker.image.ImageRefused;
import app.barker.media.MediaRefused;
import app.barker.shared.LimitReached;
import app.barker.shared.Texts;
import app.barker.signin.ProofNeeded;
import app.barker.signin.SignInOver;
import app.barker.timeline.Timeline;
import app.barker.token.CredentialOver;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** How the API refuses: as RFC 9457 wants it, with the sentences that the pages say. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Timeline timeline;

    Problems(Timeline timeline) {
        this.timeline = timeline;
    }

    @ExceptionHandler({BarkNotFound.class, PersonNotFound.class})
    ResponseEntity<ProblemDetail> notFound(RuntimeException missing, Locale locale) {
        String sentence = missing instanceof PersonNotFound ? "refused.person-gone" : "refused.bark-gone";
        return answer(HttpStatus.NOT_FOUND, sentence, locale);
    }

    /** Whoever can see it is told that it is somebody else's. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYours(NotYourBark refused, HttpServletRequest request, Locale locale) {
        boolean seen =
                timeline.card(viewer(), BarkId.valueOf(idIn(request)).value()).isPresent();
        return seen
                ? answer(HttpStatus.FORBIDDEN, "api.not-yours", locale)
                : answer(HttpStatus.NOT_FOUND, "refused.bark-gone", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.sentence(), locale);
        problem.setProperty("field", refused.field());
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MediaRefused refused, Locale locale) {
        String field = switch (refused.problem()) {
            case TOO_MANY, NOT_THERE -> "mediaIds";
            case ALT_TOO_LONG, ALT_CONTROL_CHARACTERS -> "alt";
        };
        return refused(new Refused(field, "media.problem." + refused.problem(), refused), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ImageRefused refused, Locale locale) {
        HttpStatus status = switch (refused.problem()) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNKNOWN_FORMAT -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_MANY_PIXELS, UNREADABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        LOG.debug("A picture is refused", refused);
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.add(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer(problem(status, "image.problem." + refused.problem(), locale), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noAdministrator(NotAnAdministrator refused, Locale locale) {
        LOG.debug("The role is gone", refused);
        return answer(HttpStatus.FORBIDDEN, "api.not-an-administrator", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lastAdministrator(LastAdministrator refused, Locale locale) {
        LOG.debug("Nobody would be left", refused);
        return answer(HttpStatus.CONFLICT, "api.last-administrator", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IdempotencyProblem refused, Locale locale) {
        return answer(refused.status(), refused.sentence(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(LimitReached limit, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(limit.untilNext())));
        return answer(problem(HttpStatus.TOO_MANY_REQUESTS, "api.too-many", locale), headers);
    }

    @ExceptionHandler({AccountGone.class, CredentialOver.class, SignInOver.class})
    ResponseEntity<ProblemDetail> over(RuntimeException over, Locale locale) {
        LOG.debug("A credential ended meanwhile", over);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return answer(problem(HttpStatus.UNAUTHORIZED, "api.not-in", locale), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> proofNeeded(ProofNeeded needed, Locale locale) {
        LOG.debug("A proof is asked for", needed);
        return answer(HttpStatus.FORBIDDEN, "api.proof", locale);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> notNow(RuntimeException away, Locale locale) {
        LOG.warn("A request of the API could not be answered: {}", away.toString());
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.RETRY_AFTER, "5");
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "api.not-now", locale), headers);
    }

    /** What is no number is the number of nothing. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean inAddress = mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        if (!inAddress) {
            return super.handleTypeMismatch(mismatch, headers, status, request);
        }
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "refused.bark-gone", LocaleContextHolder.getLocale());
        return handleExceptionInternal(mismatch, problem, headers, HttpStatus.NOT_FOUND, request);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String sentence, Locale locale) {
        return answer(problem(status, sentence, locale), new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String sentence, Locale locale) {
        return ProblemDetail.forStatusAndDetail(status, Texts.in(locale).getString(sentence));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static Viewer viewer() {
        return (Viewer) Objects.requireNonNull(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                        .getPrincipal());
    }

    private static String idIn(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("id"));
    }
}
