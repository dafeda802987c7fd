/**
 * Tells other servers of new barks, signed, as their owners asked for it (docs/decisions/0030). Read
 * {@link app.barker.webhook.Webhooks} first, then {@link app.barker.webhook.Deliveries}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "api",
            "bark",
            "follow",
            "shared",
            "shared :: ui",
            "signin",
            "signin :: ui",
            "timeline"
        })
package app.barker.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
