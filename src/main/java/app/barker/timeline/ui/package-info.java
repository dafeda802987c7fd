@NullMarked
package app.barker.timeline.ui;

import org.jspecify.annotations.NullMarked;
