package app.barker.account;

/** Where the picture of a person is. Its address names its version, so a browser never has to ask for it again. */
public final class AvatarAddress {

    private AvatarAddress() {}

    /** Empty where there is no picture: the drawn dog stands for it. */
    public static String of(long accountId, String version) {
        return version.isEmpty() ? "" : "/avatars/" + accountId + "/" + version + ".jpg";
    }

    public static String of(Profile person) {
        return of(person.id(), person.avatarVersion());
    }
}
