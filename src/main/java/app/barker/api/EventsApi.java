package app.barker.api;

import app.barker.signin.OpenSession;
import app.barker.token.Credential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** News as they come: a stream of server-sent events. */
@RestController
class EventsApi {

    private final EventStreams streams;

    EventsApi(EventStreams streams) {
        this.streams = streams;
    }

    /**
     * New barks of the reader's Home. Who lost the connection names the last id that came, and gets what has come since; of
     * very many the newest.
     */
    @GetMapping(path = ApiAddresses.ROOT + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestHeader("Last-Event-ID") Optional<Cursor> lastId, HttpServletRequest request) {
        Credential shown = Callers.current();
        Optional<OpenSession> session =
                shown.kind() == Credential.Kind.COOKIE ? OpenSession.in(request.getSession()) : Optional.empty();
        return streams.open(
                shown, () -> session.filter(OpenSession::isEnding).isPresent(), lastId, ApiAddresses.here());
    }
}
