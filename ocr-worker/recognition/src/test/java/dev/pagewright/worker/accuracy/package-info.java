/** Reads corpus pictures with the engines in this process, for accuracy and speed of recognition alone. */
@NullMarked
package dev.pagewright.worker.accuracy;

import org.jspecify.annotations.NullMarked;
