package app.barker.signin;

import java.util.List;

/** What opens an account besides its sign-ins, for the page that changes the password. */
public interface OtherCredentials {

    /** What their owner calls them, the newest first. */
    List<String> namesOf(SignedIn me);

    /** In the transaction of the change, where the owner wants that. */
    void endWithPassword(SignedIn me);
}
