/** Leases on tasks: members of the share groups, who holds what, and which lane may work. */
@NullMarked
package dev.pagewright.worker.queue.lease;

import org.jspecify.annotations.NullMarked;
