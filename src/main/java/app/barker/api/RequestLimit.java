package app.barker.api;

import app.barker.shared.Allowance;
import app.barker.token.CredentialAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How often a person's programs may ask, all together; every answer says how much is left (draft-ietf-httpapi-ratelimit-headers). */
@Component
public class RequestLimit {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Allowance allowance;
    private final String policy;

    RequestLimit(ApiSettings settings, Clock clock) {
        this.allowance = new Allowance(settings.requestsPerMinute(), PERIOD, clock);
        this.policy = "\"person\";q=%d;w=%d".formatted(settings.requestsPerMinute(), PERIOD.toSeconds());
    }

    /** To be called where it is known who asks. */
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CredentialAuthentication shown)) {
            chain.doFilter(request, response);
            return;
        }
        Allowance.Left left = allowance.tryToTake(shown.credential().viewer().id());
        long seconds = Math.max(1, left.untilFull().plusMillis(999).toSeconds());
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", "\"person\";r=%d;t=%d".formatted(left.times(), seconds));
        if (left.taken()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            PlainProblem.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "api.too-many");
        }
    }
}
