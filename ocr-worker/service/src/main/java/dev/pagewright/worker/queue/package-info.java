/** The tasks of the lanes: leased, worked on, answered, ended. */
@NullMarked
package dev.pagewright.worker.queue;

import org.jspecify.annotations.NullMarked;
