/** Two engines' readings of one page made into one. */
@NullMarked
package dev.pagewright.worker.recognition.merge;

import org.jspecify.annotations.NullMarked;
