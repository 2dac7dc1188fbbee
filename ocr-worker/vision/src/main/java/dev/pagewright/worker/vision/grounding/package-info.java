@NullMarked
package dev.pagewright.worker.vision.grounding;

import org.jspecify.annotations.NullMarked;
