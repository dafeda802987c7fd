package app.barker.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What nothing else answers below the root of the API is refused as the API refuses, not as a page. */
@Hidden
@RestController
class UnknownOperation {

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) throws NoResourceFoundException {
        throw new NoResourceFoundException(
                HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
    }
}
