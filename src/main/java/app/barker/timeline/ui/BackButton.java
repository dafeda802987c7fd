package app.barker.timeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The way back to where one came from, at the head of a page that one comes to from others. */
@Tag("barker-back")
@JsModule("./barker-back.ts")
class BackButton extends Component {}
