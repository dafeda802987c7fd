@NullMarked
package app.barker.signin.ui;

import org.jspecify.annotations.NullMarked;
