/** The document pass: what can be told only when all pages of a job have been read. */
@NullMarked
package dev.pagewright.worker.assembly;

import org.jspecify.annotations.NullMarked;
