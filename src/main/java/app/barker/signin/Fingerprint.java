package app.barker.signin;

import app.barker.shared.Secret;

/** A short hash of a session's id, safe to show and to quote: 32 bits of SHA-256 say nothing about an id of 128 random bits. */
final class Fingerprint {

    private static final int HEX_DIGITS = 8;

    private Fingerprint() {}

    static String of(String sessionId) {
        return Secret.hash(sessionId).substring(0, HEX_DIGITS);
    }
}
