package app.barker.testing;

import app.barker.account.Viewer;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockRouteNotFoundError;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals.JavaScriptInvocation;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.rpc.PublishedServerEventHandlerRpcHandler;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Views as the server knows them, without a browser, in the whole application. Nobody is logged in at first. */
@DatabaseTest
@Tag("view")
public abstract class ViewTest extends SpringBrowserlessTest {

    /** In the pages of somebody who is logged in. */
    protected static final String CSRF_TOKEN = "token-of-this-page";

    private final List<JavaScriptInvocation> toldToBrowser = new ArrayList<>();
    private volatile boolean browserIsThere;

    @AfterEach
    void nobodyIsLoggedIn() {
        SecurityContextHolder.clearContext();
        MockVaadin.INSTANCE.setMockRequestFactory(MockRequest::new);
    }

    /** Opens a new page, with the session of somebody who is logged in. */
    protected void logIn(Viewer viewer) {
        cleanVaadinEnvironment();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())))));
        MockVaadin.INSTANCE.setMockRequestFactory(ViewTest::requestWithToken);
        initVaadinEnvironment();
        toldToBrowser.clear();
        UI.getCurrent().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        UI.getCurrent().getInternals().setPushConnection(new Connection());
        browserIsThere = true;
    }

    /** As when a phone is put away: what is live says nothing to a browser that is not there. */
    protected void loseConnection() {
        browserIsThere = false;
    }

    /** Nothing has to travel: tests look at what a page would be told. */
    private final class Connection implements PushConnection {

        @Override
        public void push() {}

        @Override
        public void disconnect() {}

        @Override
        public boolean isConnected() {
            return browserIsThere;
        }
    }

    private static MockRequest requestWithToken(MockHttpSession session) {
        MockRequest request = new MockRequest(session);
        request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", CSRF_TOKEN));
        return request;
    }

    /** Lets those do their part who wait for the page, as they may between two requests of its browser. */
    protected static void letOthersIn() {
        MockVaadin.clientRoundtrip();
    }

    /** Goes to an address as a browser does; returns the status that the server gives the page. */
    protected static int open(String address) {
        UI ui = UI.getCurrent();
        int status = ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
        roundTrip();
        return status;
    }

    /** Calls, as the browser does, what a component lets it call; returns the answer that the browser gets. */
    protected Object call(Component component, String method, Object... arguments) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("type", "publishedEventHandler")
                .put("node", component.getElement().getNode().getId())
                .put("templateEventMethodName", method)
                .put("promise", 1);
        var values = call.putArray("templateEventMethodArgs");
        for (Object argument : arguments) {
            values.addPOJO(argument);
        }
        new PublishedServerEventHandlerRpcHandler()
                .handle(UI.getCurrent(), call)
                .ifPresent(Runnable::run);
        return argumentsOf(component, "this.$server['}p']($0, true, $1)").get(1);
    }

    /** What a component told the browser to do last by a certain script, or by a function of that name. */
    protected List<Object> argumentsOf(Component component, String scriptOrFunction) {
        return lastTold(component, scriptOrFunction)
                .orElseThrow(() -> new AssertionError(scriptOrFunction + " is not among what the browser was told: "
                        + toldToBrowser.stream()
                                .map(JavaScriptInvocation::getExpression)
                                .toList()));
    }

    protected boolean hasTold(Component component, String scriptOrFunction) {
        return lastTold(component, scriptOrFunction).isPresent();
    }

    /** Everything that the browser was told since somebody logged in, to be searched for what it must not know. */
    protected String everythingTold() {
        return toldSoFar().stream()
                .map(told -> told.getExpression() + told.getParameters())
                .collect(Collectors.joining("\n"));
    }

    private List<JavaScriptInvocation> toldSoFar() {
        roundTrip();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .forEach(toldToBrowser::add);
        return toldToBrowser;
    }

    private Optional<List<Object>> lastTold(Component component, String scriptOrFunction) {
        return toldSoFar().reversed().stream()
                .filter(told -> told.getParameters().contains(component.getElement()))
                .filter(told -> told.getExpression().contains(scriptOrFunction))
                .findFirst()
                .map(told -> told.getParameters().stream()
                        .filter(argument -> !component.getElement().equals(argument))
                        .toList());
    }

    @Override
    protected synchronized Routes discoverRoutes() {
        Routes routes = super.discoverRoutes();
        // Barker has its own.
        routes.getErrorRoutes().remove(MockRouteNotFoundError.class);
        return routes;
    }
}
