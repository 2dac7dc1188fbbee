@NullMarked
package dev.pagewright.worker.reading;

import org.jspecify.annotations.NullMarked;
