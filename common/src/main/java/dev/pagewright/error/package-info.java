@NullMarked
package dev.pagewright.error;

import org.jspecify.annotations.NullMarked;
