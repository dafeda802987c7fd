package app.barker.bench;

import java.util.List;

/** How long a tab lives whose session was revoked in another one. */
final class Revocations implements Measure {

    private static final int REVOCATIONS = 200;

    @Override
    public String name() {
        return "revocations";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Site site = Site.open(setting)) {
            return revoked(site);
        }
    }

    /** From the revoking request to the other tab's last message, which sends it to the log-in page. */
    private List<Figure> revoked(Site site) throws Exception {
        String person = Kennel.READER;
        Tab here = site.logIn(person).openHome();
        here.goTo("settings/sessions", "barker-sessions");
        Samples millis = new Samples();
        for (int i = 0; i < REVOCATIONS; i++) {
            Tab there = site.logIn(person).openHome();
            long signIn = Sessions.newestSignIn(site.database(), person);
            long begun = System.nanoTime();
            here.revoke(signIn);
            millis.add((there.ended() - begun) / 1e6);
            there.die();
        }
        here.logOut();
        here.die();
        return List.of(
                Figure.plain(
                        name() + ".median",
                        millis.median(),
                        "ms",
                        "from the request that revokes to the other tab's end, %d times, another tab each"
                                .formatted(REVOCATIONS)),
                Figure.withGoal(name() + ".worst", millis.percentile(100), "ms", 2_000, "the slowest of these"));
    }
}
