/** Whether each installed language is read in its own script. */
@NullMarked
package dev.pagewright.benchmarks.languages;

import org.jspecify.annotations.NullMarked;
