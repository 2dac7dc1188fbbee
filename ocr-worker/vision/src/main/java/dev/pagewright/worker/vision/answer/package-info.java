@NullMarked
package dev.pagewright.worker.vision.answer;

import org.jspecify.annotations.NullMarked;
