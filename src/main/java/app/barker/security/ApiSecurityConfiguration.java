package app.barker.security;

import app.barker.api.ApiSettings;
import app.barker.api.BodyLimit;
import app.barker.api.PlainProblem;
import app.barker.api.RequestLimit;
import app.barker.signin.OpenSession;
import app.barker.signin.SessionGate;
import app.barker.token.BearerAuthentication;
import app.barker.token.Credential;
import app.barker.token.CredentialAuthentication;
import app.barker.token.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Who may ask the API for what: by a bearer token, or by the cookie of a page of this very Barker. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private static final String API = "/api/v1/**";

    private static final String KEYS = "/.well-known/jwks.json";

    private static final String AVATARS = "/avatars/*/*.jpg";

    private static final String MEDIA = "/media/*.jpg";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** Whoever shows a bearer token is asked for nothing else: the cookie beside it is not looked at. */
    private static final RequestMatcher BEARER = request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null;

    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http,
            SessionGate sessionGate,
            BearerAuthentication bearer,
            RequestLimit limit,
            ApiSettings settings) {
        http.securityMatcher(new OrRequestMatcher(
                PATHS.matcher(API),
                PATHS.matcher(KEYS),
                new AndRequestMatcher(new OrRequestMatcher(PATHS.matcher(AVATARS), PATHS.matcher(MEDIA)), BEARER)));
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                // Kept by the one who asked, who asks each time whether it still holds.
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"))
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.VARY, "Authorization, Cookie"))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        http.cors(cors -> cors.configurationSource(corsOf(settings)));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.securityContext(context -> context.securityContextRepository(new SessionsWithoutBearer()));
        http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(
                request -> !BEARER.matches(request) && !READING.contains(request.getMethod())));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.anonymous(anonymous -> {});
        http.oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> bearer)
                .authenticationEntryPoint(ApiSecurityConfiguration::notIn)
                .accessDeniedHandler(ApiSecurityConfiguration::mayNot));
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(ApiSecurityConfiguration::notIn)
                .accessDeniedHandler(ApiSecurityConfiguration::mayNot));
        http.authorizeHttpRequests(requests -> requests
                // What was let in before goes on.
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, KEYS)
                .permitAll()
                .requestMatchers(HttpMethod.PUT, "/api/v1/users/*/follow")
                .access(scope(Scope.FOLLOW))
                .requestMatchers(HttpMethod.DELETE, "/api/v1/users/*/follow")
                .access(scope(Scope.FOLLOW))
                .requestMatchers("/api/v1/moderation/**")
                .access(scope(Scope.MODERATE))
                .requestMatchers("/api/v1/jwt", "/api/v1/whoami")
                .access(scope())
                .requestMatchers(HttpMethod.GET, "/**")
                .access(scope(Scope.READ))
                .requestMatchers(HttpMethod.HEAD, "/**")
                .access(scope(Scope.READ))
                .anyRequest()
                .access(scope(Scope.WRITE)));
        http.addFilterAfter(new BodyLimit(), HeaderWriterFilter.class);
        http.addFilterAfter(new PagesOfThisBarkerAlone(), HeaderWriterFilter.class);
        http.addFilterBefore(new ByCookie(sessionGate), AnonymousAuthenticationFilter.class);
        http.addFilterBefore(new Limited(limit), AuthorizationFilter.class);
        http.addFilterAfter(
                new ShallowEtagHeaderFilter() {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        // A stream has no end that could be waited for.
                        return request.getServletPath().equals("/api/v1/events");
                    }
                },
                AuthorizationFilter.class);
        return http.build();
    }

    /** That, and any of them where none is named. */
    private static AuthorizationManager<RequestAuthorizationContext> scope(Scope... needed) {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get() instanceof CredentialAuthentication shown
                        && List.of(needed).stream().allMatch(shown.credential()::has));
    }

    private static UrlBasedCorsConfigurationSource corsOf(ApiSettings settings) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            CorsConfiguration open = new CorsConfiguration();
            open.setAllowedOrigins(settings.allowedOrigins());
            open.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
            open.setAllowedHeaders(List.of(
                    HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_NONE_MATCH, "Idempotency-Key"));
            open.setExposedHeaders(List.of(
                    HttpHeaders.LINK, HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "RateLimit"));
            // Never with the cookie: for other sites there is the token alone.
            open.setAllowCredentials(false);
            source.registerCorsConfiguration(API, open);
        }
        return source;
    }

    private static void notIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, BEARER.matches(request) ? "Bearer error=\"invalid_token\"" : "Bearer");
        PlainProblem.write(request, response, HttpStatus.UNAUTHORIZED, "api.not-in");
    }

    private static void mayNot(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean csrf = why instanceof CsrfException;
        if (!csrf && BEARER.matches(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        }
        PlainProblem.write(request, response, HttpStatus.FORBIDDEN, csrf ? "api.csrf" : "api.scope");
    }

    /**
     * Another site gets nothing by the cookie, not even what it could not read: by {@code Sec-Fetch-Site}, which every current
     * browser sends and no page can forge.
     */
    private static final class PagesOfThisBarkerAlone extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (BEARER.matches(request) || isPreflight(request) || isFromHere(request)) {
                chain.doFilter(request, response);
            } else {
                PlainProblem.write(request, response, HttpStatus.FORBIDDEN, "api.other-site");
            }
        }

        private static boolean isFromHere(HttpServletRequest request) {
            return READING.contains(request.getMethod())
                    ? Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                            .map(site -> site.equals("same-origin") || site.equals("none"))
                            .orElse(true)
                    : SameOriginFilter.isFromHere(request);
        }

        private static boolean isPreflight(HttpServletRequest request) {
            return request.getMethod().equals("OPTIONS");
        }
    }

    /** Who is logged in asks with all that they may; for this request alone. */
    private static final class ByCookie extends OncePerRequestFilter {

        private final SessionGate gate;

        ByCookie(SessionGate gate) {
            this.gate = gate;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (BEARER.matches(request)) {
                chain.doFilter(request, response);
            } else {
                gate.pass(request, response, (passed, answer) -> {
                    takeSession(request);
                    chain.doFilter(passed, answer);
                });
            }
        }

        private static void takeSession(HttpServletRequest request) {
            boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
            @Nullable
            Credential shown = Optional.ofNullable(request.getSession(false))
                    .filter(session -> loggedIn)
                    .flatMap(OpenSession::in)
                    .map(open -> Credential.cookie(open.signedIn(), open.expiresAt()))
                    .orElse(null);
            SecurityContextHolder.setContext(
                    shown == null
                            ? SecurityContextHolder.createEmptyContext()
                            : new SecurityContextImpl(new CredentialAuthentication(shown)));
        }
    }

    /** Of this chain alone: as a component the container would run it once more, outside of it. */
    private static final class Limited extends OncePerRequestFilter {

        private final RequestLimit limit;

        Limited(RequestLimit limit) {
            this.limit = limit;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            limit.pass(request, response, chain);
        }
    }
}
