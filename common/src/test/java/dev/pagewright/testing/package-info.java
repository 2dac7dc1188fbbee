@NullMarked
package dev.pagewright.testing;

import org.jspecify.annotations.NullMarked;
