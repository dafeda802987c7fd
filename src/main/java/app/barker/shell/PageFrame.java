package app.barker.shell;

import app.barker.shared.PageLanguage;
import app.barker.shared.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.ResourceBundle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every page carries beside its views: the texts of the browser's own elements, and a word for those without scripts. */
@Component
class PageFrame implements VaadinServiceInitListener {

    private final ClientTexts clientTexts;
    private final UnexpectedErrors errors;

    PageFrame(ClientTexts clientTexts, UnexpectedErrors errors) {
        this.clientTexts = clientTexts;
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
        event.getSource().setSystemMessagesProvider(info -> quietMessages());
        event.getSource().addUIInitListener(init -> begin(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(errors));
    }

    /** With each page: in Vaadin's session the language would be that of the page before the log-in. */
    private static void begin(UI ui) {
        ui.setLocale(PageLanguage.of(VaadinServletRequest.getCurrent()).locale());
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("connection.reconnecting"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("connection.lost"));
    }

    private void complete(IndexHtmlResponse response) {
        ResourceBundle texts =
                Texts.in(PageLanguage.of(VaadinServletRequest.getCurrent()).locale());
        Document page = response.getDocument();
        page.getElementsByTag("html").attr("lang", texts.getString("language"));
        page.title("Barker");
        page.head().expectFirst("base").after(clientTexts(texts));
        page.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "icons/logo.svg");
        page.head().appendElement("meta").attr("name", "description").attr("content", texts.getString("description"));
        page.body().appendChild(noScript(texts));
    }

    /** Before the modules: deferred like these, they run in the order in which they stand. After what addresses start from. */
    private Element clientTexts(ResourceBundle texts) {
        return new Element("script").attr("defer", true).attr("src", clientTexts.addressFor(texts));
    }

    private static Element noScript(ResourceBundle texts) {
        Element box = new Element("main").addClass("noscript");
        box.appendElement("h1").text(texts.getString("no-script.title"));
        box.appendElement("p").text(texts.getString("no-script.text"));
        return new Element("noscript").appendChild(box);
    }

    /** A session that ended reloads the page, which leads to the log-in and from there back here. */
    private static CustomizedSystemMessages quietMessages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        return messages;
    }
}
