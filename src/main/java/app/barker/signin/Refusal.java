package app.barker.signin;

/** Why a log-in was refused. Nobody outside learns which; the owner and an administrator do, by the attempt's code. */
public enum Refusal {
    WRONG_PASSWORD,
    UNKNOWN_NAME,
    /** The name, the browser or the address has to wait after failures; the password was not looked at. */
    WAITING,
    /** The password was right, but the account is banned. */
    BANNED
}
