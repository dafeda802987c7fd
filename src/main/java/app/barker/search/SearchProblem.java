package app.barker.search;

/** Why nothing can be looked for. */
public enum SearchProblem {
    TOO_LONG,
    DATE,
    HAS,
    IS
}
