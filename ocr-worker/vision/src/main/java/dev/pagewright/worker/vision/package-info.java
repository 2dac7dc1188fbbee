/** Reads pictures with a vision model, and holds its answer against what local engines saw. */
@NullMarked
package dev.pagewright.worker.vision;

import org.jspecify.annotations.NullMarked;
