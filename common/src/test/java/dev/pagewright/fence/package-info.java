@NullMarked
package dev.pagewright.fence;

import org.jspecify.annotations.NullMarked;
