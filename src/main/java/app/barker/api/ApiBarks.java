package app.barker.api;

import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Barks as the API writes them, for those who send them by other ways. */
@Component
public class ApiBarks {

    private final ObjectMapper json;

    ApiBarks(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What the API answers to its reader.
     *
     * @param here where the reader has this Barker, without a slash at the end
     */
    public String json(BarkCard bark, String here) {
        return json.writeValueAsString(ApiBark.of(bark, here));
    }

    /** One that was never said, as an example; its id is 0, which is nobody's. */
    public String example(Viewer author, String text, Instant now) {
        return json.writeValueAsString(new ApiBark(
                "0",
                new ApiBark.Author(author.username(), author.username(), Optional.empty()),
                text,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new ApiBark.Counts(0, 0, 0),
                new ApiBark.ViewerMarks(false, false, false)));
    }
}
