package app.barker.api;

import app.barker.shared.PageLanguage;
import app.barker.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** A refusal (RFC 9457) from where there is no controller yet: a filter. */
public final class PlainProblem {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlainProblem() {}

    /**
     * The whole answer.
     *
     * @param sentence the key of its translation
     */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        Locale locale = PageLanguage.of(request).locale();
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, Texts.in(locale).getString(sentence));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JSON.writeValue(
                response.getOutputStream(),
                new Problem(
                        "about:blank",
                        String.valueOf(problem.getTitle()),
                        status.value(),
                        String.valueOf(problem.getDetail())));
    }

    private record Problem(String type, String title, int status, String detail) {}
}
