package app.barker.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param codeRequired whether the first sign-up asks for the set-up code; unset: where the server listens beyond loopback.
 *     Behind a proxy on the same machine it has to be said.
 */
@ConfigurationProperties("barker.setup")
record SetupSettings(@Nullable Boolean codeRequired) {}
