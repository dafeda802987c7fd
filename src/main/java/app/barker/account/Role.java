package app.barker.account;

/** What a person may do beyond barking. */
public enum Role {
    USER,
    ADMIN
}
