/** The whole system, measured from outside over its public API. */
@NullMarked
package dev.pagewright.benchmarks.system;

import org.jspecify.annotations.NullMarked;
