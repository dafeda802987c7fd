package app.barker.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Finds who is logged in, for requests that show no bearer token; and never keeps anybody. */
final class SessionsWithoutBearer implements SecurityContextRepository {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SecurityContextRepository request = new RequestAttributeSecurityContextRepository();

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest asking) {
        return chosen(asking).loadDeferredContext(asking);
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // the interface still wants it; nobody calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest asking, HttpServletResponse response) {
        request.saveContext(context, asking, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest asking) {
        return chosen(asking).containsContext(asking);
    }

    private SecurityContextRepository chosen(HttpServletRequest asking) {
        return asking.getHeader(HttpHeaders.AUTHORIZATION) != null ? request : sessions;
    }
}
