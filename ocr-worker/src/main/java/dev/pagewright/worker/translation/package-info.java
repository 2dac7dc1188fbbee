@NullMarked
package dev.pagewright.worker.translation;

import org.jspecify.annotations.NullMarked;
