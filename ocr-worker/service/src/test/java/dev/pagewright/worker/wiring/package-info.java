@NullMarked
package dev.pagewright.worker.wiring;

import org.jspecify.annotations.NullMarked;
