@NullMarked
package app.barker.moderation.ui;

import org.jspecify.annotations.NullMarked;
