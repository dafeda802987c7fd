package app.barker.api;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What no controller answers below the root of the API is refused as the API refuses; a page would come of it otherwise. */
@Configuration(proxyBeanMethods = false)
class UnknownOperations {

    /** Behind the controllers, so that a wrong method of a known address stays 405. */
    private static final int BEHIND_CONTROLLERS = 10;

    @Bean
    SimpleUrlHandlerMapping unknownOperationMapping() {
        HttpRequestHandler refusing =
                (request, response) -> PlainProblem.write(request, response, HttpStatus.NOT_FOUND, "api.unknown");
        return new SimpleUrlHandlerMapping(Map.of(ApiAddresses.ROOT + "/**", refusing), BEHIND_CONTROLLERS);
    }
}
