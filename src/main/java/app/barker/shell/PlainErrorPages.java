package app.barker.shell;

import app.barker.shared.IncidentCode;
import app.barker.shared.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Barker's own page for what fails outside of its views: a missing file, a refused request, a server that could not start to answer. */
@RestController
class PlainErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorPages.class);

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<?> page(HttpServletRequest request, Locale locale) {
        if (isForPrograms(request)) {
            return problem(request);
        }
        HttpStatus status = statusOf(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body(html(request, status, Texts.in(locale)));
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        // Said outright: what failed may have left a type of its own behind, which nothing can write this as.
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/v1/");
    }

    private static String html(HttpServletRequest request, HttpStatus status, ResourceBundle texts) {
        String kind = status.is5xxServerError() ? "failed" : status == HttpStatus.NOT_FOUND ? "not-found" : "refused";
        Document page = Document.createShell("/");
        page.getElementsByTag("html").attr("lang", texts.getString("language"));
        page.title(texts.getString(kind + ".page-title") + " · Barker");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/styles.css");
        Element main = page.body().appendElement("main").addClass("error-page");
        main.appendElement("img")
                .addClass("error-art")
                .attr("src", "/images/not-found.svg")
                .attr("alt", "");
        main.appendElement("h1").addClass("display").text(texts.getString(kind + ".title"));
        main.appendElement("p").text(texts.getString(kind + ".text"));
        if (status.is5xxServerError()) {
            IncidentCode code = IncidentCode.draw();
            LOG.error(
                    "A request was answered with {}; code {}",
                    status.value(),
                    code,
                    causeOf(request).orElse(null));
            main.appendElement("p")
                    .text(texts.getString("failed.quote") + " ")
                    .appendElement("code")
                    .addClass("code")
                    .text(code.value());
        }
        main.appendElement("div")
                .addClass("actions")
                .appendElement("a")
                .addClass("button")
                .addClass("primary")
                .attr("href", "/")
                .text(texts.getString("not-found.home"));
        return "<!doctype html>" + page.outerHtml();
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.NOT_FOUND);
    }

    private static Optional<Throwable> causeOf(HttpServletRequest request) {
        return Optional.ofNullable((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }
}
