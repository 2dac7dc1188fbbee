/** The service around the queue: configuration, start and stop, health. */
@NullMarked
package dev.pagewright.worker.wiring;

import org.jspecify.annotations.NullMarked;
