@NullMarked
package app.barker.takeout.ui;

import org.jspecify.annotations.NullMarked;
