package app.barker.signin.ui;

import app.barker.signin.SessionDiary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/** When the session got a new id, and why. */
@Tag("barker-session-diary")
@JsModule("./barker-session-diary.ts")
class DiaryList extends Component {

    /** One of them: the time in ISO 8601. */
    record Line(String at, String cause, String was, String became) {

        static Line of(SessionDiary.Line line) {
            return new Line(line.at().toString(), line.cause().name(), line.was(), line.became());
        }
    }

    void show(List<SessionDiary.Line> lines) {
        getElement().callJsFunction("show", lines.stream().map(Line::of).toList());
    }
}
