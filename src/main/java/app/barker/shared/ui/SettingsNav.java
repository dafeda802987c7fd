package app.barker.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The ways between the pages of the settings. */
public class SettingsNav extends Nav {

    public static final String PROFILE = "/settings/profile";
    public static final String ACCOUNT = "/settings/account";
    public static final String HISTORY = "/settings/history";
    public static final String SESSIONS = "/settings/sessions";
    public static final String TOKENS = "/settings/tokens";
    public static final String FEEDS = "/settings/feeds";
    public static final String WEBHOOKS = "/settings/webhooks";
    public static final String MUTES = "/settings/mutes";
    public static final String NOTIFICATIONS = "/settings/notifications";

    /**
     * With the current one marked.
     *
     * @param here the path of the page that it stands on
     */
    public SettingsNav(String here) {
        addClassName("tabs");
        getElement().setAttribute("aria-label", getTranslation("settings.navigation"));
        add(
                way(PROFILE, getTranslation("settings.profile"), here),
                way(ACCOUNT, getTranslation("settings.account"), here),
                way(SESSIONS, getTranslation("settings.sessions"), here),
                way(TOKENS, getTranslation("settings.tokens"), here),
                way(FEEDS, getTranslation("settings.feeds"), here),
                way(WEBHOOKS, getTranslation("settings.webhooks"), here),
                way(HISTORY, getTranslation("settings.history"), here),
                way(MUTES, getTranslation("settings.mutes"), here),
                way(NOTIFICATIONS, getTranslation("settings.notifications"), here));
    }

    /** On a phone there is room for half of them. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        "this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })");
    }

    private static Anchor way(String path, String words, String here) {
        Anchor way = new Anchor(path, words);
        if (path.equals(here)) {
            way.getElement().setAttribute("aria-current", "page");
        }
        return way;
    }
}
