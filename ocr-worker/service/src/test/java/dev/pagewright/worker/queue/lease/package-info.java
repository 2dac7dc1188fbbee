@NullMarked
package dev.pagewright.worker.queue.lease;

import org.jspecify.annotations.NullMarked;
