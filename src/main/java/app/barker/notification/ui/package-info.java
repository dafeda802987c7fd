/** The page of what one is told of, and the settings for it. */
@NullMarked
package app.barker.notification.ui;

import org.jspecify.annotations.NullMarked;
