/** The page of the webhooks. */
@NullMarked
package app.barker.webhook.ui;

import org.jspecify.annotations.NullMarked;
