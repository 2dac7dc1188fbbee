/** Pages that were delivered before, read alone in a process that may die. */
@NullMarked
package dev.pagewright.worker.queue.quarantine;

import org.jspecify.annotations.NullMarked;
