/** The page of the API tokens. */
@NullMarked
package app.barker.api.ui;

import org.jspecify.annotations.NullMarked;
