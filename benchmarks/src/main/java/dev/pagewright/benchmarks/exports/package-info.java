/** How fast downloads are, and how much memory they take. */
@NullMarked
package dev.pagewright.benchmarks.exports;

import org.jspecify.annotations.NullMarked;
