@NullMarked
package dev.pagewright.worker.vision.alignment;

import org.jspecify.annotations.NullMarked;
