@NullMarked
package dev.pagewright.worker.queue.quarantine;

import org.jspecify.annotations.NullMarked;
