/**
 * What a program proves itself with in a person's name: API tokens, and the short-lived access tokens (JWT) that they are
 * exchanged for. No views. Read {@link app.barker.token.Credential} first, then {@link app.barker.token.ApiTokens} and
 * {@link app.barker.token.AccessTokens}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared", "signin"})
package app.barker.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
