package app.barker.token;

import java.util.List;

/** Published in the transaction that ends them. What hangs on them ends after the commit. */
public record TokensEnded(List<Long> tokenIds) {}
