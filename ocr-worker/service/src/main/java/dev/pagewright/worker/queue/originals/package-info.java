/** Uploaded files on local disk. */
@NullMarked
package dev.pagewright.worker.queue.originals;

import org.jspecify.annotations.NullMarked;
