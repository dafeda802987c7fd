/**
 * Barker, by feature. Arrows go down only: shell and security see the features, timeline sees bark, bark sees account.
 * To follow one bark from keypress to another reader's screen, open {@code docs/follow-one-bark.md}.
 */
@NullMarked
package app.barker;

import org.jspecify.annotations.NullMarked;
