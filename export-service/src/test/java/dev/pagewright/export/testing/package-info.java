/** Stand-ins for tests. */
@NullMarked
package dev.pagewright.export.testing;

import org.jspecify.annotations.NullMarked;
