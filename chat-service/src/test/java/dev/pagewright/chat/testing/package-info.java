/** What the tests of this service stand on: a real broker, a real database, a gateway that is told what to say. */
@NullMarked
package dev.pagewright.chat.testing;

import org.jspecify.annotations.NullMarked;
