@NullMarked
package dev.pagewright.worker.layout;

import org.jspecify.annotations.NullMarked;
