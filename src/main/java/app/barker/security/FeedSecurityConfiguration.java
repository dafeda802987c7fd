package app.barker.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The door of the feeds: whoever has the address may read. There is no session here, in either direction, and so nothing that
 * another site could borrow; the address must not travel on as a referrer or into a search engine.
 */
@Configuration(proxyBeanMethods = false)
class FeedSecurityConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain feedFilterChain(HttpSecurity http) {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/feeds/*"));
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurityPolicy.WITHOUT_SCRIPTS))
                // Spring's own writer leaves alone what HeadersOfEarlyRefusals has said before.
                .addHeaderWriter((request, response) -> response.setHeader("Referrer-Policy", "no-referrer")));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }
}
