package app.barker.security;

import app.barker.signin.LastTriedName;
import app.barker.signin.SessionGate;
import app.barker.signin.SignInDetails;
import app.barker.signin.SignInRefused;
import app.barker.signin.SignInStart;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who may ask for what, and through which filters every request goes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/login";

    /** The same for everyone. */
    private static final String[] FILES = {
        "/styles.css", "/icons/**", "/fonts/**", "/images/**", "/aura/**", "/client-texts/**"
    };

    /** Flow's part of them, which Vaadin admits by itself. */
    private static final String[] BUNDLE = {"/VAADIN/build/**", "/VAADIN/static/**"};

    /** For those who are logged in. What serves them says how long they keep, also of one that is not there. */
    private static final String AVATARS = "/avatars/*/*.jpg";

    /** What serves them says to whom, too: whoever may not see one is told that there is none. */
    private static final String MEDIA = "/media/*.jpg";

    @Bean
    @Order(2)
    SecurityFilterChain filterChain(
            HttpSecurity http,
            List<LogoutHandler> beforeLogout,
            ContentSecurityPolicy contentSecurityPolicy,
            VaadinDefaultRequestCache requestCache,
            SignInStart signInStart,
            SessionGate sessionGate) {
        requestCache.setDelegateRequestCache(cleanAddresses());
        http.addFilterAfter(new SameOriginFilter(), HeaderWriterFilter.class);
        http.headers(headers -> headers.withObjectPostProcessor(writeEagerly())
                .addHeaderWriter(contentSecurityPolicy)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(neverCached())
                // Barker speaks for its own name, not for what else an organisation serves below it.
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health", "/session", MEDIA)
                .permitAll()
                .requestMatchers(FILES)
                .permitAll());
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, toWhereTheyWereGoing());
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> {
            vaadin.loginView(LOGIN, LOGIN);
            // Vaadin shows the page for an address that leads nowhere.
            vaadin.anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated);
            beforeLogout.forEach(vaadin::addLogoutHandler);
        });
        http.formLogin(form -> form.failureHandler(backToLogin()).authenticationDetailsSource(SignInDetails::of));
        http.sessionManagement(session -> session.sessionAuthenticationStrategy(signInStart));
        http.addFilterBefore(filterOf(sessionGate), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /**
     * Spring Security's headers against caching, on everything but files and pictures. What serves these sets Cache-Control,
     * and its Pragma would stay: with it Chromium asks again for every file of every page.
     */
    private static HeaderWriter neverCached() {
        List<RequestMatcher> files = Stream.of(Stream.of(FILES), Stream.of(BUNDLE), Stream.of(AVATARS, MEDIA))
                .flatMap(patterns -> patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
        return new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(new OrRequestMatcher(files)), new CacheControlHeadersWriter());
    }

    /**
     * Where somebody was going stays as they typed it, without Spring's own parameter. Nobody goes to a picture: a page whose
     * session has ended asks for it, and after the log-in it would be shown instead of that page.
     */
    @SuppressWarnings("NullAway") // null is how the parameter is switched off
    private static RequestCache cleanAddresses() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new NegatedRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(AVATARS)));
        return cache;
    }

    /** A page of the saved request or Home, never one that a parameter of the request names: that could be another site. */
    @SuppressWarnings("NullAway") // null is how the parameter is switched off
    private static VaadinSavedRequestAwareAuthenticationSuccessHandler toWhereTheyWereGoing() {
        var handler = new VaadinSavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws ServletException, IOException {
                if (wantsJson(request)) {
                    write(response, "{\"account\":\"" + authentication.getName() + "\"}");
                } else {
                    super.onAuthenticationSuccess(request, response, authentication);
                }
            }
        };
        handler.setTargetUrlParameter(null);
        handler.setDefaultTargetUrl("/");
        return handler;
    }

    private static AuthenticationFailureHandler backToLogin() {
        return (request, response, failure) -> {
            if (wantsJson(request)) {
                answer(response, failure);
                return;
            }
            LastTriedName.remember(request);
            response.sendRedirect(request.getContextPath() + LOGIN + reason(failure));
        };
    }

    /** A page whose session has ended logs its person in where they are. */
    private static boolean wantsJson(HttpServletRequest request) {
        return MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"));
    }

    private static void answer(HttpServletResponse response, AuthenticationException failure) throws IOException {
        boolean refused = failure instanceof SignInRefused;
        response.setStatus(refused ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        write(response, failure instanceof SignInRefused each ? "{\"code\":\"" + each.code() + "\"}" : "{}");
    }

    /** Of signs that need no escaping alone. */
    private static void write(HttpServletResponse response, String json) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(json);
    }

    /** One answer for every cause that lies with the caller. */
    private static String reason(AuthenticationException failure) {
        return switch (failure) {
            case SignInRefused refused -> "?error=" + refused.code();
            case AuthenticationServiceException notNow -> "?busy";
            default -> "?error";
        };
    }

    /** Of this chain alone: as a component the container would run it once more, outside of it. */
    private static OncePerRequestFilter filterOf(SessionGate gate) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                gate.pass(request, response, chain);
            }
        };
    }

    /** Vaadin commits its responses before the filter would get to write the headers on the way back. */
    private static ObjectPostProcessor<HeaderWriterFilter> writeEagerly() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
