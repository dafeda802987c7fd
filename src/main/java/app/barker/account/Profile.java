package app.barker.account;

import java.time.Instant;

/**
 * Who somebody is, for others to see.
 *
 * @param displayName never empty: the username where none was given
 * @param avatarVersion empty where the drawn dog stands for a picture
 * @param since when they signed up
 */
public record Profile(long id, String username, String displayName, String bio, String avatarVersion, Instant since) {}
