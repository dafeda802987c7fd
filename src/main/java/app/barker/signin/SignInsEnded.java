package app.barker.signin;

import java.util.List;

/** Published in the transaction that ends them. What hangs on them is taken down after the commit. */
public record SignInsEnded(long accountId, List<Long> signInIds, SignInEnd why) {}
