/**
 * Who: accounts, what a username and a password may be, how a password is hashed; profiles and avatars. No views. Read {@link app.barker.account.AccountService} first, then {@link app.barker.account.ProfileService}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "shared"})
package app.barker.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
