/** What tests share: named dogs, fresh databases, the shipped server in a process of its own, and people at browsers. */
@NullMarked
package app.barker.testing;

import org.jspecify.annotations.NullMarked;
