/** Reads pictures with the engines of this machine: preparation, engines, which reading of a line is kept. */
@NullMarked
package dev.pagewright.worker.recognition;

import org.jspecify.annotations.NullMarked;
