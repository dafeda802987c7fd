/** The page of the feeds. */
@NullMarked
package app.barker.feed.ui;

import org.jspecify.annotations.NullMarked;
