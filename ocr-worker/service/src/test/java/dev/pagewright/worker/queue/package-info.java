@NullMarked
package dev.pagewright.worker.queue;

import org.jspecify.annotations.NullMarked;
