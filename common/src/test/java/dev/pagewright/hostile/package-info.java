/**
 * Generated files that try to take a parser's time or memory, or lie to it; each of a few megabytes at most and named
 * by what it does. Part of the module's test-jar, for the tests of every module.
 */
@NullMarked
package dev.pagewright.hostile;

import org.jspecify.annotations.NullMarked;
