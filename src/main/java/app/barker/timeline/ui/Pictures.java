package app.barker.timeline.ui;

/** Where the picture of a person is. */
final class Pictures {

    private Pictures() {}

    /** Empty where there is none: the drawn dog stands for it. */
    static String of(long accountId, String version) {
        return version.isEmpty() ? "" : "/avatars/" + accountId + "/" + version + ".jpg";
    }
}
