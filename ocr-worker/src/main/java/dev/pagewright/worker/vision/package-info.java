@NullMarked
package dev.pagewright.worker.vision;

import org.jspecify.annotations.NullMarked;
